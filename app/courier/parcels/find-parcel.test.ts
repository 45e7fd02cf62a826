import { expect, test } from "vitest";
import { parcelCode } from "~/domain/delivery/parcel-code";
import type { OthersReport, StopView } from "../protocol";
import { findParcel } from "./find-parcel";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const stopOf = (n: number, orderName: string, parcels?: number) =>
  ({ deliveryId: idOf(n), orderName, state: "assigned", ...(parcels && { parcels }) }) as StopView;

const taken: OthersReport = { deliveryId: idOf(7), orderName: "#1007", code: "taken_over", courier: "Ana", at: "2026-11-26T10:00:00Z" };
const day = {
  pending: [stopOf(1, "#1001"), stopOf(2, "#1002", 3), stopOf(3, "#EC 12"), stopOf(4, "#EC", 20), stopOf(5, "#1005"), stopOf(6, "#1005")],
  done: [stopOf(8, "#1008")],
  others: [taken],
};
const said = (text: string) => {
  const found = findParcel(text, day);
  const stop = "stop" in found ? found.stop.orderName : "orderName" in found ? found.orderName : "";
  return `${found.code} ${stop}${"number" in found ? `/${found.number}` : ""}`.trim();
};
const label = (n: number, number = 1) => parcelCode({ deliveryId: idOf(n), number });

test.each([
  [label(1), "parcel #1001/1"],
  [label(2, 3), "parcel #1002/3"],
  [label(2, 4), "beyond #1002/4"],
  [label(8), "parcel #1008/1"],
  [label(7, 2), "takenOver #1007"],
  [label(9), "notYours"],
  ["1001", "parcel #1001/1"],
  [" #1001 ", "parcel #1001/1"],
  ["1002", "which #1002"],
  ["1002/2", "parcel #1002/2"],
  ["#1002 3", "parcel #1002/3"],
  ["1002/0", "beyond #1002/0"],
  ["1002 / 9", "beyond #1002/9"],
  ["ec 12", "parcel #EC 12/1"],
  ["ec 13", "parcel #EC/13"],
  ["1005", "several #1005"],
  ["100", "unknown"],
  ["", "unknown"],
  ["#", "unknown"],
  ["7501031311309", "unknown"],
])("%j is understood as %s", (text, meaning) => {
  expect(said(text)).toBe(meaning);
});
