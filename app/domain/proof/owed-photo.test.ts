import { expect, test } from "vitest";
import type { FailureReason } from "./failure-reasons";
import { owesPhoto } from "./owed-photo";

const OWN: FailureReason[] = [
  { code: "own_dog", label: "Perro suelto", photo: "must", next: "again", isOn: false },
  { code: "damaged", label: null, photo: "none", next: "return", isOn: true },
  { code: "other", label: null, photo: "must", next: "ask", isOn: true },
];
const failed = (reason: string, photos: { role?: "signature" }[] = []) => ({ kind: "fail" as const, reason, photos });

test.each<[string, Parameters<typeof owesPhoto>[0], FailureReason[] | null, boolean]>([
  ["delivered without one", { kind: "confirm", photos: [] }, null, true],
  ["delivered with nothing but a signature", { kind: "confirm", photos: [{ role: "signature" }] }, null, true],
  ["delivered with one", { kind: "confirm", photos: [{}] }, null, false],
  ["back at the shop without one", { kind: "return", photos: [] }, null, true],
  ["failed for what a photo must show", failed("damaged"), null, true],
  ["failed for it, with a photo", failed("damaged", [{}]), null, false],
  ["failed for what one may show", failed("nobody_home"), null, false],
  ["a shop that asks no photo of it", failed("damaged"), OWN, false],
  ["a reason of the shop's that was switched off since", failed("own_dog"), OWN, true],
  ["a reason that nobody here knows, as any other", failed("alien"), OWN, true],
])("%s", (_what, report, kept, owes) => {
  expect(owesPhoto(report, kept)).toBe(owes);
});
