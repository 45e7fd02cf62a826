import { expect, test } from "vitest";
import { geonames } from "../geonames";
import { judgeWith, readTable } from "./judge";

const judge = judgeWith(geonames(["EC"]).get("EC")!);

/** `unseen` was written before anybody had looked at how names are read. */
test.each([
  ["unseen", 130],
  ["hostile", 195],
])("the addresses of %s (%i) are read as people mean them, and never silently as another place", (table, count) => {
  const rows = readTable(table);
  const judged = rows.map((row) => ({ row, ...judge(row) }));
  const failures = judged
    .filter(({ verdict }) => verdict !== "right")
    .map(({ row, verdict, found }) => `${verdict} ${row.id}: ${row.expected} <> ${found}`);
  expect(rows).toHaveLength(count);
  expect(failures.filter((line) => line.startsWith("wrong"))).toEqual([]);
  expect(failures.length).toBeLessThanOrEqual(rows.length * 0.02);
});
