import { expect, test } from "vitest";
import { cornersWritten, readCorners, writeCorners } from "./corners";

test("corners are latitude and longitude a line, an empty line begins a hole, rings are closed", () => {
  const text = "-0.2, -78.5\n-0.2;-78.4\n-0.3 -78.4\n\n\n-0.22,-78.45\n-0.22,-78.44\n-0.23,-78.44\n";
  const read = readCorners(text);
  expect(read.ok && read.rings.map((ring) => [ring.length, ring[0], ring.at(-1)])).toEqual([
    [4, [-78.5, -0.2], [-78.5, -0.2]],
    [4, [-78.45, -0.22], [-78.45, -0.22]],
  ]);
  expect(read.ok && writeCorners(read.rings)).toBe("-0.2, -78.5\n-0.2, -78.4\n-0.3, -78.4\n\n-0.22, -78.45\n-0.22, -78.44\n-0.23, -78.44");
});

test.each(["x", "1", "1, 2, 3", "91, 0", "0, 181", "1,5, 2"])("%s is no position", (line) => {
  expect(readCorners(`0, 0\n${line}`)).toEqual({ ok: false, line: 2 });
});

test("corners are counted without being read; a ring that ends where it began has that corner once", () => {
  expect([cornersWritten(""), cornersWritten("\n \n"), cornersWritten("0, 0")]).toEqual([0, 0, 1]);
  expect(cornersWritten("0, 0\n0, 1\n1, 1\n 0, 0 \n\n\nx\ny\nz\n")).toBe(6);
});
