import type { z } from "zod";
import type { Worded } from "~/ui/worded";
import type { FieldErrors } from "./errors";

/** What every action answers: `saved`, or the fields that are wrong, or the reason why not. */
export type Answer = { saved?: boolean; errors?: FieldErrors; refused?: Worded };

const isForAPerson = (error: unknown): error is Error & Worded =>
  error instanceof Error && error.name === "PermanentFailure" && "code" in error;

/** Does the work; a refusal that a person must read becomes the answer, everything else surfaces. */
export async function answerOf(work: () => Promise<unknown>): Promise<Answer> {
  try {
    await work();
    return { saved: true };
  } catch (error) {
    if (!isForAPerson(error)) throw error;
    return { refused: { code: error.code, params: error.params } };
  }
}

/** The first thing wrong with each field; messages are i18n keys. */
export const errorsOf = (error: z.ZodError): FieldErrors =>
  Object.fromEntries(
    error.issues
      .toReversed()
      .map((issue) => [String(issue.path[0] ?? ""), issue.message.includes(".") ? issue.message : "admin.form.invalid"]),
  );

/** Reads a form by its schema; a name that occurs more than once is a list where `lists` names it. */
export function readForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  lists: readonly string[] = [],
): { ok: true; value: z.infer<S> } | { ok: false; errors: FieldErrors } {
  const single = Object.fromEntries([...form.entries()].filter(([name]) => !lists.includes(name)));
  const result = schema.safeParse({ ...single, ...Object.fromEntries(lists.map((name) => [name, form.getAll(name)])) });
  return result.success ? { ok: true, value: result.data } : { ok: false, errors: errorsOf(result.error) };
}
