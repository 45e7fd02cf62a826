import { expect, test } from "vitest";
import { trueTimeOf } from "~/domain/phone-event/true-time";
import { stampOf } from "./stamp";

const at = (time: string) => Date.parse(`2026-11-25T${time}.000Z`);
const iso = (time: string) => `2026-11-25T${time}.000Z`;
const ANCHOR = { serverAt: iso("09:00:00"), deviceAtServer: iso("09:00:00"), monotonicMs: 5_000 };
const hour = 3_600_000;

test("with the page open since the server spoke, the monotonic clock says how long ago that was", () => {
  const stamp = stampOf(7, { deviceMs: at("10:00:00"), monotonicMs: 5_000 + hour }, ANCHOR, null);
  expect(stamp).toEqual({
    deviceAt: iso("10:00:00"),
    counter: 7,
    serverAt: iso("09:00:00"),
    deviceAtServer: iso("09:00:00"),
    elapsedMs: hour,
  });
});

test("after the page was closed only what was written down is left", () => {
  const remembered = { serverAt: iso("08:00:00"), deviceAtServer: iso("08:00:30") };
  const clocks = { deviceMs: at("10:00:00"), monotonicMs: 1 };
  expect(stampOf(1, clocks, null, remembered)).toMatchObject({ ...remembered, elapsedMs: null });
  expect(stampOf(1, clocks, null, null)).toMatchObject({ serverAt: null, deviceAtServer: null, elapsedMs: null });
});

test("a phone that slept does not tell too early a time: its own clock then counts", () => {
  const stamp = stampOf(1, { deviceMs: at("10:00:00"), monotonicMs: 5_000 + hour / 4 }, ANCHOR, null);
  expect(stamp.elapsedMs).toBeNull();
  expect(trueTimeOf(stamp, { receivedAt: new Date(at("12:00:00")), notBefore: null })).toMatchObject({ at: new Date(at("10:00:00")) });
});

test("a clock set back while the page is open is not believed", () => {
  const stamp = stampOf(1, { deviceMs: at("07:00:00"), monotonicMs: 5_000 + hour }, ANCHOR, null);
  const time = trueTimeOf(stamp, { receivedAt: new Date(at("12:00:00")), notBefore: null });
  expect(time).toMatchObject({ at: new Date(at("10:00:00")), by: "monotonic", isDoubtful: true });
});
