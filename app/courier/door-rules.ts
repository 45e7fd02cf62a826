import { reasonsOf, type FailureNext, type FailureReason, type PhotoRule } from "~/domain/proof/failure-reasons";
import { DEFAULT_PROOF, type ProofRules } from "~/domain/proof/rules";
import type { Locale } from "~/i18n/locale";
import { courierWords, isCourierKey } from "./words";

/** Why an attempt failed, in the merchant's words, else in the courier's language. */
export type DoorReason = { code: string; text: string; photo: PhotoRule; next: FailureNext };
/** What the shop wants at its doors. */
export type DoorRules = { proof: ProofRules; reasons: DoorReason[] };

type Kept = { proofRules?: ProofRules | null; failureReasons?: FailureReason[] | null };

/** A shop's rules as its couriers read them. */
export function doorRulesOf({ proofRules, failureReasons }: Kept, locale: Locale): DoorRules {
  const reasons = reasonsOf(failureReasons ?? null).filter(({ isOn }) => isOn);
  return {
    proof: { ...DEFAULT_PROOF, ...proofRules },
    reasons: reasons.map(({ code, label, photo, next }) => ({ code, text: label ?? wordsOf(code, locale), photo, next })),
  };
}

/** A day that was kept before shops had rules of their own goes by the defaults. */
export const doorOf = ({ door, locale }: { door?: DoorRules | undefined; locale: Locale }): DoorRules => door ?? doorRulesOf({}, locale);

/** Who gives the goods of a return back has no PIN to say, and what they give no label of ours. */
export const rulesAt = ({ isReturn = false }: { isReturn?: boolean | undefined }, rules: ProofRules): ProofRules =>
  isReturn ? { ...rules, pin: "off", isScanWanted: false } : rules;

/** Of what is brought, not of what is fetched. */
const OF_GOODS = new Set(["not_ordered", "no_payment", "damaged", "wrong_goods"]);

/** The buyer has not got what is to be fetched. */
const NOT_THERE = "not_there";

/** Why an attempt at this door may have failed; where something is fetched, first that it is not there. */
export function reasonsAt({ isReturn = false }: { isReturn?: boolean | undefined }, reasons: DoorReason[]): DoorReason[] {
  const others = reasons.filter(({ code }) => code !== NOT_THERE);
  if (!isReturn) return others;
  return [...reasons.filter(({ code }) => code === NOT_THERE), ...others.filter(({ code }) => !OF_GOODS.has(code))];
}

function wordsOf(code: string, locale: Locale): string {
  const key = `reason.${code}`;
  return isCourierKey(key) ? courierWords(locale)(key) : code;
}
