import { expect, test } from "vitest";
import { paidAttempts } from "./paid-attempts";

const GIVEN = new Date("2026-11-26T10:00:00Z");
const delivery = { id: "d", courierId: "ana", assignedAt: GIVEN };
const start = (minutes: number, deliveryId = "d") => ({
  ...{ deliveryId, type: "delivery", to: "out_for_delivery" },
  at: new Date(GIVEN.getTime() + minutes * 60_000),
});
const by = (...couriers: (string | null)[]) => couriers.map((courierId) => ({ courierId, outcome: "failed" as const }));

test.each([
  ["once set out, once tried", by("ana"), [start(5)], 1],
  ["set out twice, tried twice", by("ana", "ana"), [start(5), start(60)], 2],
  ["a failure that was reported again without going again", by("ana", "ana", "ana"), [start(5)], 1],
  ["what another courier tried before is theirs", by("eva", "ana"), [start(-30), start(5)], 1],
  ["starts of the order's other delivery are not its own", by("ana", "ana"), [start(5), start(9, "other")], 1],
  ["bringing it back to the shop is no try", [...by("ana"), { courierId: "ana", outcome: "returned" as const }], [start(5), start(60)], 1],
  [
    "what is kept beside what stands is paid by itself",
    [...by("ana"), { courierId: "ana", outcome: "failed" as const, stands: false }],
    [start(5), start(60)],
    1,
  ],
  [
    "a taking back is no setting out",
    by("ana", "ana"),
    [start(5), { ...start(9), reason: { code: "confirmation_undone" } }, { ...start(12), reason: { code: "attempt_undone" } }],
    1,
  ],
  ["handed over without a report", by(null), [], 1],
])("%s", (_what, attempts, events, paid) => {
  expect(paidAttempts(delivery, attempts, events)).toBe(paid);
});
