import { expect, test } from "vitest";
import type { Probe, Result, World } from "./probe.ts";
import { runProbes } from "./probe.ts";
import { redactor } from "./redact.ts";
import { makeReport, markdownOf } from "./report.ts";
import { shapeOf } from "./shape.ts";
import { NotPossible } from "./wait.ts";

const quiet = { say: () => undefined } as unknown as World;
const told = { at: new Date("2026-11-23T20:00:00Z"), isSandbox: false, complete: true, leftBehind: ["10 orders"] };
const aProbe = (probe: Partial<Probe>): Probe => ({
  name: "shopify/orders-as-read",
  what: "orders are read",
  mend: "app/x.ts",
  run: () => Promise.resolve({}),
  ...probe,
});
const report = (results: Result[], probes: Probe[], expected = {}, secrets: string[] = []) =>
  makeReport(results, probes, expected, redactor(secrets), told);

test("a probe that fails fails alone, takes its dependants along, and each step is told", async () => {
  const told: number[] = [];
  const probes = [
    aProbe({ name: "a", run: () => Promise.reject(new Error("no answer", { cause: new Error("ECONNREFUSED") })) }),
    aProbe({ name: "b", needs: ["a"] }),
    aProbe({ name: "c", run: () => Promise.reject(new NotPossible("not here")) }),
    aProbe({ name: "d" }),
  ];
  const results = await runProbes(probes, quiet, (so) => told.push(so.length));
  expect(results.map(({ state, error }) => [state, error])).toEqual([
    ["failed", "no answer (ECONNREFUSED)"],
    ["skipped", "needs a"],
    ["skipped", "not here"],
    ["done", null],
  ]);
  expect(told).toEqual([1, 2, 3, 4]);
});

test("a field of the total that comes as null blocks, and the report says where it would be mended", async () => {
  const probe = aProbe({ run: () => Promise.resolve({ facts: [{ data: { order: { currentTotalPriceSet: null, extra: 1 } } }] }) });
  const expected = { [probe.name]: shapeOf({ data: { order: { currentTotalPriceSet: { shopMoney: { amount: "1.0" } } } } }) };
  const { differences } = report(await runProbes([probe], quiet, () => undefined), [probe], expected);
  expect(differences.map(({ severity, expected: wanted, mend }) => [severity, wanted, mend])).toContainEqual([
    "blocks",
    "data.order.currentTotalPriceSet: object",
    "app/adapters/shopify/to-sale-order.ts, app/domain/document/totals.ts",
  ]);
  expect(differences.find((one) => one.expected.startsWith("data.order.extra"))?.severity).toBe("cosmetic");
  expect(differences[0]?.severity).toBe("blocks");
});

test("where only a part is seen, what is missing is no difference, and what is new or other is one", async () => {
  const probe = aProbe({ partial: true, run: () => Promise.resolve({ facts: [{ a: 1, n: 2 }] }) });
  const results = await runProbes([probe], quiet, () => undefined);
  const seen = (expected: unknown) => report(results, [probe], { [probe.name]: shapeOf(expected) }).differences.map((one) => one.expected);
  expect(seen({ a: "x", b: 1 })).toEqual(["a: text", "n: (no such field)"]);
  expect(seen({ a: 1, n: 2, b: 1 })).toEqual([]);
});

test("the report for a person is clean of secrets and of markup", async () => {
  const probe = aProbe({
    run: () =>
      Promise.resolve({
        findings: [{ expected: "x", seen: "Ana Torres | <script>alert(1)</script>\n# head [a](b)", severity: "unknown" as const }],
        notes: ["ana@tienda.ec"],
      }),
  });
  const text = markdownOf(report(await runProbes([probe], quiet, () => undefined), [probe], {}, ["Ana Torres"]));
  expect(text).not.toMatch(/Ana Torres|<script>|^# head|\]\(b\)|ana@/m);
  expect(text).toContain("10 orders");
});
