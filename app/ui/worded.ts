import { categoryWords } from "./category-words";
import { useWords } from "./words";

export type Worded = { code: string; params?: Record<string, string | number> };

type Translate = ReturnType<typeof useWords>;

/** Parameters that are codes themselves are put into words before they stand in a sentence. */
function spoken(t: Translate, params: Worded["params"] = {}): Record<string, string | number> {
  const inWords = (name: string, value: string | number) => {
    // Amounts come as numbers of the shop's currency; a zone's name comes as text.
    if ((name === "charged" || name === "zone") && typeof value === "number") return value.toFixed(2);
    if (name === "payment") return t(`states.payment.${value}`);
    if (name === "category" || name === "other") return categoryWords(t, String(value));
    if (name === "state") return t(`states.delivery.${value}`);
    if (name === "field") return t(`admin.settings.field.${value}`);
    if (name === "reason" && /^(taxId|fiscalData)\./.test(String(value))) return t(String(value));
    return value;
  };
  const { notAfter, notBefore, ...others } = params;
  const dated = { date: notAfter ?? notBefore ?? "", ...others };
  return Object.fromEntries(Object.entries(dated).map(([name, value]) => [name, inWords(name, value)]));
}

/** What is wrong, and what to do next, in a language given. */
export const attentionIn =
  (t: Translate) =>
  ({ code, params }: Worded) => {
    const words = spoken(t, params);
    return {
      title: t(`attention.${code}.title`, { ...words, defaultValue: code }),
      next: aboutAuthorityCode(t, params) ?? t(`attention.${code}.next`, { ...words, defaultValue: "" }),
    };
  };

/** What an authority's code means and what to do about it; null where it has no words of its own: the authority's stand in the title. */
function aboutAuthorityCode(t: Translate, { country, code }: NonNullable<Worded["params"]> = {}): string | null {
  if (country === undefined || code === undefined) return null;
  const [means, next] = ["means", "next"].map((part) => t(`authority.${country}.${code}.${part}`, { defaultValue: "" }));
  return means && next ? `${means} ${next}` : null;
}

/** The same in the page's language. */
export const useAttention = () => attentionIn(useWords());

/** Why something happened; what needs attention can be a reason too. */
export function useReason() {
  const t = useWords();
  return ({ code, params }: Worded): string => {
    const words = spoken(t, params);
    return t([`reason.${code}`, `attention.${code}.title`], { ...words, defaultValue: code });
  };
}
