import { expect, test } from "vitest";
import { captureDeadline, isCaptureUrgent } from "./capture-deadline";
import type { Transaction } from "./order";

const reserved = (gid: string, authorizationExpiresAt: string | null): Transaction => ({
  gid,
  kind: "AUTHORIZATION",
  status: "SUCCESS",
  gateway: "payphone",
  amountMinor: 1000,
  parentGid: null,
  processedAt: null,
  authorizationExpiresAt,
});
const card = "card_authorized" as const;

test("the first reservation to expire decides; one taken, given up or refused doesn't count", () => {
  const [early, late] = [reserved("1", "2026-11-28T10:00:00Z"), reserved("2", "2026-11-30T10:00:00Z")];
  expect(captureDeadline({ paymentType: card, transactions: [late, early] })).toEqual(new Date("2026-11-28T10:00:00Z"));
  const taken = { ...early, gid: "3", kind: "CAPTURE", parentGid: "1" };
  expect(captureDeadline({ paymentType: card, transactions: [late, early, taken] })).toEqual(new Date("2026-11-30T10:00:00Z"));
  expect(captureDeadline({ paymentType: card, transactions: [{ ...early, status: "FAILURE" }, reserved("4", null)] })).toBeNull();
  expect(captureDeadline({ paymentType: "card", transactions: [early] })).toBeNull();
});

test("it is urgent in the last two days", () => {
  const expiresAt = new Date("2026-11-28T10:00:00Z");
  expect(isCaptureUrgent(expiresAt, new Date("2026-11-26T10:00:00Z"))).toBe(false);
  expect(isCaptureUrgent(expiresAt, new Date("2026-11-26T10:00:01Z"))).toBe(true);
});
