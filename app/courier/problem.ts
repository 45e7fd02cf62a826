import type { Outcome } from "~/domain/phone-event/event";
import { isCourierKey, type CourierKey } from "./words";

/** What stands in the way, as told to a courier. `photo`: with which of several it is. */
export type Problem = { code: string; why?: string | undefined; photo?: { number: number; file: string } | undefined };

const STATUS: Record<string, number> = {
  photo_too_large: 413,
  photos_too_many: 422,
  batch_too_large: 413,
  photo_unreadable: 422,
  photo_missing: 422,
  photo_hash: 422,
  photo_not_wanted: 410,
  photo_unknown: 404,
  received_by_missing: 422,
  door_data_wrong: 422,
  reason_missing: 422,
  all_refused: 422,
  proof_missing: 422,
  pin_wrong: 422,
  pin_over: 422,
  collected_invalid: 422,
  cash_above_limit: 422,
  reference_missing: 422,
  because_missing: 422,
  amount_invalid: 422,
  words_missing: 422,
  hand_over_unknown: 409,
  settlement_unknown: 409,
  settlement_differs: 409,
  settlement_is_final: 409,
  form_unreadable: 400,
  foreign_origin: 403,
  already_delivered: 409,
  delivery_closed: 409,
  delivery_not_started: 409,
  delivery_not_yours: 409,
  report_id_taken: 409,
  undo_too_late: 409,
  nothing_to_undo: 409,
  not_loaded: 409,
  guide_awaited: 409,
  guides_off: 409,
  carrier_data_missing: 409,
  link_ended: 404,
  session_missing: 404,
  pin_wanted: 401,
  too_many: 429,
};
export const statusOf = ({ code }: Problem): number => STATUS[code] ?? 500;

/** The most exact words there are for it. */
export const wordingOf = (problem: Problem): CourierKey => exactest("problem", problem) ?? "problem.unknown";
/** The same of what became of a report. */
export const wordingOfOutcome = ({ code, params }: Outcome): CourierKey =>
  exactest("outcome", { code, why: params?.why }) ?? "outcome.hindered";

function exactest(of: string, { code, why }: Problem): CourierKey | null {
  const exact = `${of}.${code}_${why ?? ""}`;
  if (isCourierKey(exact)) return exact;
  const general = `${of}.${code}`;
  return isCourierKey(general) ? general : null;
}

/** A refusal with a code: a person must act. */
export const isRefusal = (error: unknown): error is Error & { code: unknown } =>
  error instanceof Error && error.name === "PermanentFailure" && "code" in error;

/** What a refusal says; anything else is a bug and surfaces. */
export function problemFrom(error: unknown): Problem {
  if (!isRefusal(error)) throw error;
  const why = "params" in error ? (error.params as { why?: string }).why : undefined;
  return { code: String(error.code), ...(why ? { why } : {}) };
}

/** Travels in a header, so that the page's script can read a refusal without reading the page. */
export const PROBLEM_HEADER = "X-Problem";
export const writeProblem = ({ code, why }: Problem): string => [code, why].filter(Boolean).join(" ");
export function readProblem(text: string | null): Problem | null {
  const [code, why] = (text ?? "").split(" ");
  return code ? { code, ...(why ? { why } : {}) } : null;
}
