import { expect, test } from "vitest";
import { parcelMissing, parcelsReason } from "./note-parcels";

test.each([
  [undefined, null],
  [
    { scanned: [1, 2], of: 2, because: null },
    { code: "parcels_scanned", params: { of: 2 } },
  ],
  [
    { scanned: [1, 2], of: 2, because: "not_there" as const },
    { code: "parcels_scanned", params: { of: 2 } },
  ],
  [
    { scanned: [2], of: 3, because: "unreadable" as const },
    { code: "parcels_unscanned", params: { numbers: "1, 3", of: 3, unscanned: "unreadable" } },
  ],
  [
    { scanned: [2], of: 2, because: "not_there" as const },
    { code: "set_out_short", params: { courier: "Ana", numbers: "1", of: 2 } },
  ],
  [{ scanned: [2], of: 2, because: null }, null],
])("of %j the order's story says %j", (parcels, reason) => {
  expect(parcelsReason(parcels, "Ana")).toEqual(reason);
});

test("a person has to see a parcel that was not there, and none that only was not scanned", () => {
  const told = { scanned: [1], of: 2 };
  expect(parcelMissing("handed_over_short", { ...told, because: "not_there" }, "Ana")?.code).toBe("handed_over_short");
  expect(parcelMissing("handed_over_short", { ...told, because: "unlabelled" }, "Ana")).toBeNull();
  expect(parcelMissing("handed_over_short", { scanned: [1, 2], of: 2, because: "not_there" }, "Ana")).toBeNull();
  expect(parcelMissing("handed_over_short", undefined, "Ana")).toBeNull();
});
