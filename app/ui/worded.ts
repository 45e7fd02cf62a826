import { categoryWords } from "./category-words";
import { useFormats, useWords } from "./words";

export type Worded = { code: string; params?: Record<string, string | number> };

type Translate = ReturnType<typeof useWords>;
/** Whose trouble it is; documents are spoken of by their own name. */
export type DocumentKind = "invoice" | "credit_note" | "dispatch_guide";
/** How instants are said (in the shop's zone) and amounts (with the language's own mark). */
type Says = { instant: (iso: string) => string; decimal: (text: string) => string };

const INSTANT = /^\d{4}-\d\d-\d\dT/;
/** As workflows write them down: "3.50", "USD 3.50". */
const AMOUNT = /^(?:[A-Z]{3} )?-?\d+\.\d\d$/;

/** Parameters that are codes themselves are put into words before they stand in a sentence. */
function spoken(t: Translate, { instant, decimal }: Says, params: Worded["params"] = {}): Record<string, string | number> {
  const inWords = (name: string, value: string | number) => {
    // Amounts come as numbers of the shop's currency; a zone's name comes as text.
    if ((name === "charged" || name === "zone") && typeof value === "number") return decimal(value.toFixed(2));
    if (AMOUNT.test(String(value))) return decimal(String(value));
    if (name === "date" && INSTANT.test(String(value))) return instant(String(value));
    if (name === "limits") return limitsInWords(t, String(value));
    if (name === "freeFrom") return value === "" ? "" : t("reason.freeFrom", { when: instant(String(value)) });
    if (name === "payment") return t(`states.payment.${value}`);
    if (name === "unscanned") return t(`reason.unscanned.${value}`);
    if (name === "how") return t(`reason.how.${value}`);
    if (name === "category" || name === "other") return categoryWords(t, String(value));
    if (name === "source" || name === "confidence") return t(`reason.${name}.${value}`);
    if (name === "state") return t(`states.delivery.${value}`);
    if (name === "signals") return signalsInWords(t, String(value));
    if (name === "field") return t(`admin.settings.field.${value}`);
    if (name === "reason" && /^(taxId|fiscalData)\./.test(String(value))) return t(String(value));
    return value;
  };
  const { notAfter, notBefore, ...others } = params;
  const dated = { date: notAfter ?? notBefore ?? "", ...others };
  return Object.fromEntries(Object.entries(dated).map(([name, value]) => [name, inWords(name, value)]));
}

/** "off_shift:2,too_heavy:1": which limits keep couriers from a delivery, and how many each. */
const limitsInWords = (t: Translate, counted: string): string =>
  counted
    .split(",")
    .map((one) => one.split(":"))
    .map(([limit, count]) => t(`reason.limit.${limit}`, { count: Number(count) }))
    .join("; ");

/** "far,no_pin": what contradicts a confirmation. */
const signalsInWords = (t: Translate, codes: string): string =>
  codes
    .split(",")
    .map((code) => t(`reason.signal.${code}`))
    .join("; ");

/** What is wrong with a document or its order, and what to do next, in a language given. */
export const attentionIn =
  (t: Translate, { instant = String, decimal = String }: Partial<Says> = {}) =>
  ({ code, params }: Worded, kind: DocumentKind = "invoice") => {
    const words = { ...spoken(t, { instant, decimal }, params), theDocument: t(`states.theKind.${kind}`) };
    return {
      title: t(`attention.${code}.title`, { ...words, defaultValue: code }),
      next: aboutAuthorityCode(t, params) ?? t(`attention.${code}.next`, { ...words, defaultValue: "" }).trim(),
    };
  };

/** What an authority's code means and what to do about it; null where it has no words of its own: the authority's stand in the title. */
function aboutAuthorityCode(t: Translate, { country, code }: NonNullable<Worded["params"]> = {}): string | null {
  if (country === undefined || code === undefined) return null;
  const [means, next] = ["means", "next"].map((part) => t(`authority.${country}.${code}.${part}`, { defaultValue: "" }));
  return means && next ? `${means} ${next}` : null;
}

/** The same in the page's language. */
export function useAttention() {
  const { dateTime, decimal } = useFormats();
  return attentionIn(useWords(), { instant: dateTime, decimal });
}

/** Why something happened; what needs attention can be a reason too. */
export function useReason() {
  const t = useWords();
  const { dateTime, decimal } = useFormats();
  return ({ code, params }: Worded, kind: DocumentKind = "invoice"): string => {
    // The merchant's own words for why an attempt failed.
    if (typeof params?.label === "string" && params.label !== "") return params.label;
    const words = { ...spoken(t, { instant: dateTime, decimal }, params), theDocument: t(`states.theKind.${kind}`) };
    return t([`reason.${code}`, `attention.${code}.title`], { ...words, defaultValue: code });
  };
}
