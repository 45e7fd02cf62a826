import { expect, test } from "vitest";
import { numbersIn, type Scan } from "./scan-book";

test("a delivery's scans are its courier's own, of loading and of the door apart, the lowest number first", () => {
  const scan = { courierId: "ana", deliveryId: "d1", number: 3, where: "loading" } as const satisfies Scan;
  const scans: Scan[] = [
    scan,
    { ...scan, number: 1 },
    { ...scan, number: 2, where: "door" },
    { ...scan, number: 4, deliveryId: "d2" },
    { ...scan, number: 5, courierId: "luis" },
  ];
  expect(numbersIn(scans, scan)).toEqual([1, 3]);
  expect(numbersIn(scans, { ...scan, where: "door" })).toEqual([2]);
});
