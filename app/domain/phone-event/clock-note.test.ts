import { expect, test } from "vitest";
import { clockNote } from "./clock-note";

const deviceAt = new Date("2026-11-25T10:00:00.000Z");

test.each([
  ["a right clock", { skewMs: 59_000, isDoubtful: false }, null],
  ["one that nothing is known of", { skewMs: null, isDoubtful: false }, null],
  ["an hour ahead", { skewMs: 3_600_000, isDoubtful: false }, { kind: "ahead", minutes: 60 }],
  ["two minutes behind", { skewMs: -120_000, isDoubtful: false }, { kind: "behind", minutes: 2 }],
  ["one that was changed, whatever it differs by", { skewMs: 0, isDoubtful: true }, { kind: "changed", saidAt: deviceAt.toISOString() }],
])("%s", (_what, time, note) => {
  expect(clockNote({ ...time, deviceAt })).toEqual(note);
});
