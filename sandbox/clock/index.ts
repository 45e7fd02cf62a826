import { invalid, json, notFound, type Answer, type Router } from "../http.ts";
import type { Clock } from "./clock.ts";
import { readMove } from "./move.ts";

export { createClock, type Clock } from "./clock.ts";

const PATH = "/sandbox/clock";

/** The clock's controls for people and tests, and the stream by which the app's processes follow it. */
export function mountClock(router: Router, clock: Clock): void {
  router.on("GET", PATH, () => json({ now: clock.now(), followers: clock.followers() }));
  router.on("POST", PATH, (request) => {
    const move = readMove(request.json(), clock.now());
    return "errors" in move ? invalid(move.errors) : moved(clock, move.to.getTime() - clock.realNow().getTime());
  });
  router.on("DELETE", PATH, () => moved(clock, 0));
  router.on("GET", `${PATH}/changes`, ({ url }) => changes(clock, url.searchParams.get("follower") ?? "nameless"));
  router.on("POST", `${PATH}/acknowledgements`, (request) => {
    const { follower, revision } = request.json<{ follower: string; revision: number }>();
    return clock.acknowledge(follower, revision) ? json({}) : notFound(`no follower ${follower}`);
  });
}

/** Answers when every process shows the new time; 504 names those that have not said so. */
async function moved(clock: Clock, offsetMs: number): Promise<Answer> {
  const silent = await clock.moveTo(offsetMs);
  if (silent.length === 0) return json({ now: clock.now() });
  return json({ errors: [{ path: "", message: `the clock is moved, but not acknowledged by: ${silent.join(", ")}` }] }, 504);
}

/** One line of JSON for each change, as long as the process is there. */
const changes = (clock: Clock, name: string): Answer => ({
  headers: { "content-type": "application/x-ndjson" },
  stream(response) {
    const leave = clock.follow(name, (told) => void response.write(`${JSON.stringify(told)}\n`));
    response.once("close", leave);
  },
});
