export type Result = { passed: number; failed: number; skipped: number };

export const NOTHING: Result = { passed: 0, failed: 0, skipped: 0 };

export const sum = (results: Result[]): Result =>
  results.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    NOTHING,
  );

/** The closing line: `12 passed, 0 failed`, with what was skipped when any was. */
export const closingLine = ({ passed, failed, skipped }: Result): string =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
