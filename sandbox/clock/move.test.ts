import { expect, test } from "vitest";
import { readMove } from "./move.ts";

const NOW = new Date("2026-01-31T10:00:00.500Z");

test.each([
  [{ advance: "P1D" }, "2026-02-01T10:00:00.500Z"],
  [{ advance: "PT2H30M" }, "2026-01-31T12:30:00.500Z"],
  [{ advance: "P1W" }, "2026-02-07T10:00:00.500Z"],
  [{ advance: "P1M" }, "2026-02-28T10:00:00.500Z"],
  [{ advance: "P2Y1M1DT1S" }, "2028-03-01T10:00:01.500Z"],
  [{ set: "2026-12-31T23:50:00-05:00" }, "2027-01-01T04:50:00.000Z"],
  [{ set: "2020-01-01T00:00:00Z" }, "2020-01-01T00:00:00.000Z"],
])("%j moves to %s", (body, to) => {
  expect(readMove(body, NOW)).toEqual({ to: new Date(to) });
});

test.each([
  [{ advance: "1 day" }, "advance"],
  [{ advance: "P" }, "advance"],
  [{ advance: "P1DT" }, "advance"],
  [{ advance: "-P1D" }, "advance"],
  [{ advance: "P9999Y" }, "advance"],
  [{ advance: `P${"9".repeat(20)}Y` }, "advance"],
  [{ advance: "P1D", set: "2026-12-31T23:50:00-05:00" }, "advance"],
  [{ set: "2026-12-31T23:50:00" }, "set"],
  [{ set: "tomorrow" }, "set"],
  [{}, "set"],
  [null, "set"],
])("%j is refused and the field is named", (body, path) => {
  expect(readMove(body, NOW)).toMatchObject({ errors: [{ path }] });
});
