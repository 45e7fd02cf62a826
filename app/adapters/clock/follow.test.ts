import { createServer, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { movedClock, moveClock } from "./clock";
import { followClock } from "./follow";

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const DAY = 86_400_000;
const daysAhead = () => Math.round((movedClock.now().getTime() - Date.now()) / DAY);

/** A clock as the sandbox offers it, by hand: what it tells, whom it has heard. */
async function aClockToFollow(offsetMs: number) {
  const told: ServerResponse[] = [];
  const heard: unknown[] = [];
  const server = createServer((request, response) => {
    if (request.method === "GET") {
      told.push(response.writeHead(200));
      return tell(response, { revision: 1, offsetMs });
    }
    void json(request).then((body) => {
      heard.push({ ...(body as object), shown: daysAhead() });
      response.end("{}");
    });
  });
  const tell = (response: ServerResponse, change: { revision: number; offsetMs: number }) =>
    void response.write(`${JSON.stringify({ follower: "7", ...change })}\n`);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  onTestFinished(() => {
    moveClock(0);
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${port}/clock`,
    told,
    heard,
    tell: (change: { revision: number; offsetMs: number }) => tell(told.at(-1)!, change),
  };
}

async function follow(url: string, withinMs?: number) {
  const following = await followClock({ url, name: "test", log, ...(withinMs === undefined ? {} : { withinMs }) });
  onTestFinished(() => following.stop());
}

test("the first offset is shown when following has begun, and each change before it is acknowledged", async () => {
  const clock = await aClockToFollow(DAY);
  await follow(clock.url);
  expect(daysAhead()).toBe(1);
  clock.tell({ revision: 2, offsetMs: 3 * DAY });
  await expect.poll(() => clock.heard).toHaveLength(2);
  expect(clock.heard).toEqual([
    { follower: "7", revision: 1, shown: 1 },
    { follower: "7", revision: 2, shown: 3 },
  ]);
});

test("when the connection breaks the time stays as it was, and the clock is followed again", async () => {
  const clock = await aClockToFollow(DAY);
  await follow(clock.url);
  clock.tell({ revision: 2, offsetMs: 2 * DAY });
  await expect.poll(daysAhead).toBe(2);
  clock.told[0]!.destroy();
  expect(daysAhead()).toBe(2);
  await expect.poll(() => clock.told.length).toBe(2);
  await expect.poll(daysAhead).toBe(1);
});

test("a clock that can't be reached in time is an error that names it", async () => {
  await expect(follow("http://127.0.0.1:9/clock", 50)).rejects.toThrow(
    "the clock at http://127.0.0.1:9/clock was not reached within 0.05 s",
  );
});
