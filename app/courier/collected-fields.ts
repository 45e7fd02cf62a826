import { readTypedAmount } from "~/domain/money/typed-amount";
import { WAYS_TO_PAY, type Collected } from "~/domain/settlement/collected";
import type { Problem } from "./problem";
import { toldText } from "./told-text";

type Field = (name: string) => string;

/** An amount as people type it ("25,50") in minor units, or what a courier is told of it. */
export function minorTyped(text: string, currency: string, code: "collected_invalid" | "amount_invalid"): number | Problem {
  const read = readTypedAmount(text, currency, { mostDigits: 9 });
  if (typeof read === "number") return read;
  return read === "ambiguous" ? { code, why: read } : { code };
}

const words = (text: string): string | null => toldText(text, 120) || null;

/** What the form says of the money; null where it does not ask. */
export function collectedTyped(field: Field): { ok: true; value: Collected | null } | { ok: false; problem: Problem } {
  const how = WAYS_TO_PAY.find((way) => way === field("how"));
  const currency = field("currency");
  if (!how || !/^[A-Z]{3}$/.test(currency)) return { ok: true, value: null };
  const minor = minorTyped(field("collected"), currency, "collected_invalid");
  if (typeof minor !== "number") return { ok: false, problem: minor };
  return {
    ok: true,
    value: { minor, currency, how, reference: how === "cash" ? null : words(field("reference")), because: words(field("because")) },
  };
}
