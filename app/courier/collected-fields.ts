import { isAmount, parseMinor } from "~/domain/money/money";
import { WAYS_TO_PAY, type Collected } from "~/domain/settlement/collected";
import type { Problem } from "./problem";
import { toldText } from "./told-text";

type Field = (name: string) => string;

/** An amount as people type it ("25,50") in minor units; null: it is none, or finer than its currency. */
export function minorTyped(text: string, currency: string): number | null {
  const written = text.replace(/\s/g, "").replace(",", ".");
  return isAmount(written, currency, 9) ? parseMinor(written, currency) : null;
}

const words = (text: string): string | null => toldText(text, 120) || null;

/** What the form says of the money; null where it does not ask. */
export function collectedTyped(field: Field): { ok: true; value: Collected | null } | { ok: false; problem: Problem } {
  const how = WAYS_TO_PAY.find((way) => way === field("how"));
  const currency = field("currency");
  if (!how || !/^[A-Z]{3}$/.test(currency)) return { ok: true, value: null };
  const minor = minorTyped(field("collected"), currency);
  if (minor === null) return { ok: false, problem: { code: "collected_invalid" } };
  return {
    ok: true,
    value: { minor, currency, how, reference: how === "cash" ? null : words(field("reference")), because: words(field("because")) },
  };
}
