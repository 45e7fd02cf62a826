/** `named`: the tests that failed, to be told once more at the end of a long output. */
export type Result = { passed: number; failed: number; skipped: number; named?: string[] };

export const NOTHING: Result = { passed: 0, failed: 0, skipped: 0 };

export const sum = (results: Result[]): Result =>
  results.reduce(
    (total, { passed, failed, skipped, named = [] }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
      named: [...(total.named ?? []), ...named],
    }),
    NOTHING,
  );

/** What failed, a line each; then the closing line: `12 passed, 0 failed`, with what was skipped when any was. */
export const closingLines = ({ passed, failed, skipped, named = [] }: Result): string[] => [
  ...named.map((name) => `✘ ${name}`),
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`,
];
