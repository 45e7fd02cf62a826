import { expect, test } from "vitest";
import { aShot, anEvent } from "~/testing/phone";
import { expired } from "./expiry";

const days = (n: number) => n * 86_400_000;
const settled = anEvent({ state: "settled", recordedAt: 0 });

test("what is told and answered goes after three days, with its photos", () => {
  const shots = [aShot({ isThrough: true, picture: null })];
  expect(expired([settled], shots, days(2))).toEqual({ events: [], shots: [] });
  expect(expired([settled], shots, days(4))).toEqual({ events: ["event-1"], shots: ["photo-1"] });
});

test.each([
  ["an event that was not sent", anEvent({ state: "queued" }), aShot()],
  ["one without its answer", anEvent({ state: "sent" }), aShot({ isThrough: true })],
  ["one whose photo is not through", settled, aShot()],
  ["one that was refused: it still says so", anEvent({ state: "refused" }), aShot()],
])("%s stays however old it is", (_what, event, shot) => {
  expect(expired([event], [shot], days(400))).toEqual({ events: [], shots: [] });
});

test("a shot taken again goes once the server knows of it, a draft stays", () => {
  const shots = [
    aShot({ id: "told", state: "dropped", isThrough: true }),
    aShot({ id: "untold", state: "dropped" }),
    aShot({ id: "draft", state: "draft" }),
  ];
  expect(expired([], shots, 0).shots).toEqual(["told"]);
});
