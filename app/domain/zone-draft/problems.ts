/** What is wrong with one field: a code of i18n `zone.problem.<code>`, with its parameters. */
export type FieldProblem = { code: string; params?: Record<string, string | number> };
/** By the field's path: "services.0.bands.1.upTo". */
export type Problems = Record<string, FieldProblem>;
/** Notes a problem; the first of a field counts. */
export type Say = (path: string, code: string, params?: FieldProblem["params"]) => void;

export function listening(): { problems: Problems; say: Say } {
  const problems: Problems = {};
  return { problems, say: (path, code, params) => void (problems[path] ??= params ? { code, params } : { code }) };
}
