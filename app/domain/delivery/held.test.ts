import { expect, test } from "vitest";
import type { Doubt } from "~/domain/proof/doubt";
import { holdOf, type Hold } from "./held";

const at = (time: string) => new Date(`2026-11-25T${time}:00Z`);
const NOW = at("15:00");
const one: Doubt = { signals: ["far"], metres: 900, kmh: null };
const two: Doubt = { signals: ["far", "repeated_photo"], metres: 900, kmh: null };
type Reported = Partial<Parameters<typeof holdOf>[0]>;

test.each<[string, Reported, Hold | null]>([
  ["nothing contradicts it", {}, null],
  ["one signal", { doubt: one }, null],
  ["two signals, until half an hour before the day ends", { doubt: two }, { heldFor: "doubt", heldUntil: at("23:30") }],
  ["two signals, within the last half hour", { doubt: two, now: at("23:30") }, null],
  ["two signals of a delivery that was told late", { doubt: two, dueAt: at("05:00") }, null],
  ["it may still be taken back", { undoUntil: at("15:02") }, { heldFor: "undo", heldUntil: at("15:02") }],
  ["it may be taken back first, and is doubted then", { undoUntil: at("15:02"), doubt: two }, { heldFor: "undo", heldUntil: at("15:02") }],
  [
    "it may be taken back until its document must be made",
    { undoUntil: at("23:45"), now: at("23:29") },
    { heldFor: "undo", heldUntil: at("23:30") },
  ],
  ["it may be taken back, but the law wants its document", { undoUntil: at("23:45"), now: at("23:30") }, null],
  ["it may be taken back, told when the law wanted its document before", { undoUntil: at("15:02"), dueAt: at("05:00") }, null],
  ["it may not be taken back any more", { undoUntil: NOW }, null],
])("%s", (_what, reported, hold) => {
  expect(holdOf({ now: NOW, doubt: null, undoUntil: null, dueAt: new Date("2026-11-26T00:00:00Z"), ...reported })).toEqual(hold);
});
