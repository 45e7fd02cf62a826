import type { ShotRecord } from "~/ports/door-records";

/** A photo of a report that came whole, by a form. */
export const aShotRecord = (shot: Pick<ShotRecord, "id" | "deliveryId"> & Partial<ShotRecord>): ShotRecord => ({
  attemptId: null,
  courierId: null,
  ordinal: 1,
  phoneId: null,
  link: null,
  takenAt: "2026-11-23T15:00:00.000Z",
  overridden: null,
  sha256: "0".repeat(64),
  bytes: 1,
  receivedBytes: 1,
  receivedAt: new Date("2026-11-23T15:00:00Z"),
  key: null,
  storedSha256: null,
  width: null,
  height: null,
  problem: null,
  ...shot,
});
