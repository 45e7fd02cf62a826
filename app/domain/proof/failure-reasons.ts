/** Whether a failed attempt wants a photo: it must have one, one is asked for, or none. */
export const PHOTO_RULES = ["must", "asked", "none"] as const;
export type PhotoRule = (typeof PHOTO_RULES)[number];
/** What becomes of the parcel, as the courier is told at once. */
export const FAILURE_NEXT = ["again", "return", "ask"] as const;
export type FailureNext = (typeof FAILURE_NEXT)[number];

/** Why an attempt failed. `label`: the merchant's own words; null: those of the courier's language (`courier.json`, `reason.<code>`). */
export type FailureReason = { code: string; label: string | null; photo: PhotoRule; next: FailureNext; isOn: boolean };

const reason = (code: string, photo: PhotoRule, next: FailureNext): FailureReason => ({ code, label: null, photo, next, isOn: true });

/** What couriers meet, the most frequent first; the photo shows the place where it is the place that failed, the goods where it is they. */
export const DEFAULT_REASONS = [
  reason("nobody_home", "asked", "again"),
  reason("wrong_address", "asked", "ask"),
  reason("no_access", "asked", "again"),
  reason("no_answer", "none", "again"),
  reason("another_day", "none", "again"),
  reason("refused", "none", "return"),
  reason("not_ordered", "none", "ask"),
  reason("no_payment", "none", "ask"),
  reason("closed", "asked", "again"),
  reason("damaged", "must", "return"),
  reason("wrong_goods", "must", "return"),
  reason("not_there", "none", "ask"),
  reason("unsafe", "none", "ask"),
  reason("vehicle", "none", "again"),
  reason("other", "asked", "ask"),
] as const satisfies readonly FailureReason[];

export const REASON_CODES = DEFAULT_REASONS.map(({ code }) => code);
/** A reason that the merchant added. */
const OWN = /^own_[a-z0-9]{1,24}$/;
export const isReasonCode = (code: string): boolean => REASON_CODES.includes(code as never) || OWN.test(code);

const LONGEST_LABEL = 60;
const MOST_REASONS = 30;

export type ReasonsProblem = {
  code: "reason_label_missing" | "reason_label_long" | "reason_label_twice" | "reasons_none_on" | "reasons_too_many";
  at: number;
};

/** What stands in the way of a shop's list; none: it can be kept. `at`: the row, from 0. */
export function reasonsProblem(reasons: readonly FailureReason[]): ReasonsProblem | null {
  if (reasons.length > MOST_REASONS) return { code: "reasons_too_many", at: MOST_REASONS };
  const seen = new Set<string>();
  for (const [at, { code, label }] of reasons.entries()) {
    if (label === null ? OWN.test(code) : label.trim() === "") return { code: "reason_label_missing", at };
    if (label !== null && label.length > LONGEST_LABEL) return { code: "reason_label_long", at };
    const known = (label ?? code).trim().toLowerCase();
    if (seen.has(known)) return { code: "reason_label_twice", at };
    seen.add(known);
  }
  return reasons.some(({ isOn }) => isOn) ? null : { code: "reasons_none_on", at: 0 };
}

/** A shop's own list with every default that came since it was kept. */
export function reasonsOf(kept: readonly FailureReason[] | null): FailureReason[] {
  if (kept === null) return [...DEFAULT_REASONS];
  const known = new Set(kept.map(({ code }) => code));
  return [...kept, ...DEFAULT_REASONS.filter(({ code }) => !known.has(code))];
}
