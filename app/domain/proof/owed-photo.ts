import { isReasonCode, reasonsOf, type FailureReason } from "./failure-reasons";
import type { ShotRole } from "./told";

/** A report at the door or at the shop, as far as its photos are about it. */
type Report = { photos: readonly { role?: ShotRole | undefined }[] } & ({ kind: "confirm" | "return" } | { kind: "fail"; reason: string });

/** Whether a failed attempt for this reason must have a photo; a reason that nobody here knows counts as "other". `kept`: the shop's own list. */
export function mustBeShown(reason: string, kept: readonly FailureReason[] | null): boolean {
  const code = isReasonCode(reason) ? reason : "other";
  return reasonsOf(kept).find((one) => one.code === code)?.photo === "must";
}

/** Whether a report names no photo though it must: delivered, fetched and back at the shop always, failed by its reason. A signature is none. */
export function owesPhoto(report: Report, kept: readonly FailureReason[] | null): boolean {
  if (report.photos.some(({ role }) => role !== "signature")) return false;
  return report.kind !== "fail" || mustBeShown(report.reason, kept);
}
