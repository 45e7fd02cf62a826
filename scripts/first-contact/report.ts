import { mendingOf } from "./mending.ts";
import type { Difference, Probe, Result, Severity } from "./probe.ts";
import { redactAll, type Redact } from "./redact.ts";
import { deviations, type Shape } from "./shape.ts";

/** The sandbox's shapes, by probe: `expected.json`, recorded from a run against it. */
export type Expected = Record<string, Shape>;

export type Report = {
  at: string;
  against: "sandbox" | "shopify";
  complete: boolean;
  differences: Difference[];
  probes: (Omit<Result, "findings" | "shape"> & { differences: number })[];
  leftBehind: string[];
  shapes: Expected;
};

const ORDER: Record<Severity, number> = { blocks: 0, unknown: 1, cosmetic: 2 };

function differencesOf(result: Result, probe: Probe | undefined, expected: Expected): Difference[] {
  const own = result.findings.map((finding) => ({ mend: result.mend, ...finding, probe: result.probe }));
  const failed =
    result.state === "failed"
      ? [{ probe: result.probe, expected: result.what, seen: result.error ?? "", severity: "blocks" as const, mend: result.mend }]
      : [];
  if (result.state !== "done") return [...own, ...failed];
  const shape = expected[result.probe];
  if (!shape) return own;
  const met = deviations(shape, result.shape).filter(({ change }) => !probe?.partial || change === "new" || change === "kind");
  const shapes = met.map((deviation) => ({
    ...{ probe: result.probe, expected: `${deviation.path}: ${deviation.expected}`, seen: deviation.seen },
    ...mendingOf(result.probe, deviation, result.mend),
  }));
  return [...own, ...shapes];
}

type Told = { at: Date; isSandbox: boolean; complete: boolean; leftBehind: string[] };

/** Everything that may be shown, with nothing in it that may not. */
export function makeReport(results: Result[], probes: Probe[], expected: Expected, redact: Redact, told: Told): Report {
  const byProbe = results.map((result) =>
    differencesOf(
      result,
      probes.find(({ name }) => name === result.probe),
      expected,
    ),
  );
  const report: Report = {
    ...{ at: told.at.toISOString(), against: told.isSandbox ? "sandbox" : "shopify", complete: told.complete },
    differences: byProbe.flat().sort((a, b) => ORDER[a.severity] - ORDER[b.severity]),
    probes: results.map(({ findings: _findings, shape: _shape, ...result }, index) => ({ ...result, differences: byProbe[index]!.length })),
    leftBehind: told.leftBehind,
    shapes: Object.fromEntries(results.filter(({ state }) => state === "done").map(({ probe, shape }) => [probe, shape])),
  };
  return redactAll(redact, report);
}

const SEVERITIES: Record<Severity, string> = {
  blocks: "Blocks: the product can't do its work with it",
  unknown: "Unknown: somebody has to look",
  cosmetic: "Cosmetic: nothing depends on it",
};

/** One table cell: no line breaks, no bars, no markup that a viewer would run. */
const cell = (text: string): string => text.replace(/\s+/g, " ").replace(/[|\\`*_[\]<>&]/g, (sign) => `&#${sign.codePointAt(0)};`);
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const table = (head: string[], rows: string[][]): string[] => [
  row(...head),
  `|${head.map(() => "---|").join("")}`,
  ...rows.map((cells) => row(...cells)),
  "",
];

/** The report for a person: first what blocks. */
export function markdownOf(report: Report): string {
  const lines = [
    "# First contact",
    "",
    `${report.at}, against ${report.against === "sandbox" ? "the sandbox" : "the real Shopify and SRI's test environment"}. ${report.complete ? "" : "**The run did not come to its end.** "}Names, e-mails, tax ids, tokens and addresses are taken out.`,
    "",
    report.differences.length === 0
      ? "**No difference from the sandbox.**"
      : `**${report.differences.length} differences from the sandbox.**`,
    "",
  ];
  for (const severity of Object.keys(SEVERITIES) as Severity[]) {
    const some = report.differences.filter((one) => one.severity === severity);
    if (some.length === 0) continue;
    lines.push(`## ${SEVERITIES[severity]} (${some.length})`, "");
    lines.push(
      ...table(
        ["probe", "expected (sandbox)", "seen", "to be mended in"],
        some.map(({ probe, expected, seen, mend }) => [probe, expected, seen, mend]),
      ),
    );
  }
  const marks = { done: "done", failed: "FAILED", skipped: "skipped" };
  lines.push("## What was tried", "");
  lines.push(
    ...table(
      ["probe", "what", "", "s", "differences"],
      report.probes.map((one) => [
        one.probe,
        one.what,
        `${marks[one.state]}${one.error ? `: ${one.error}` : ""}`,
        (one.ms / 1000).toFixed(1),
        String(one.differences),
      ]),
    ),
  );
  const measures = report.probes.flatMap(({ probe, measures: found }) =>
    Object.entries(found).map(([name, value]) => [probe, name, String(value)]),
  );
  if (measures.length > 0) lines.push("## Measured", "", ...table(["probe", "what", "value"], measures));
  const notes = report.probes.flatMap(({ probe, notes: found }) => found.map((note) => [probe, note]));
  if (notes.length > 0) lines.push("## Noted", "", ...table(["probe", "note"], notes));
  lines.push("## Left behind", "", ...(report.leftBehind.length > 0 ? report.leftBehind.map((one) => `- ${cell(one)}`) : ["Nothing."]), "");
  return lines.join("\n");
}
