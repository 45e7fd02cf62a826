import type { TaxCategory } from "~/domain/order/order";

/**
 * A category as merchants write it, in a metafield or a table: `iva:15`, `iva:0`, `exempt` or `not_subject`, and behind it what else the
 * product bears: `ice:3011:10` (SRI's code and its rate in per cent), `bottles:6` (taxed bottles in one item). Null for anything else.
 */
export function readCategory(text: string): TaxCategory | null {
  const [first = "", ...others] = text
    .trim()
    .toLowerCase()
    .split(/[\s+]+/);
  const vat = readVat(first);
  if (!vat) return null;
  let category: TaxCategory = vat;
  for (const other of others) {
    const more = readExcise(other) ?? readBottles(other);
    if (!more) return null;
    category = { ...category, ...more };
  }
  return category;
}

/** The same in its one spelling. */
export function categoryText({ vat, rateBasisPoints, excise, bottle }: TaxCategory): string {
  return [
    vat !== "rated" ? vat : rateBasisPoints === undefined ? "iva" : `iva:${rateBasisPoints / 100}`,
    ...(excise ? [`ice:${excise.code}:${excise.rateBasisPoints / 100}`] : []),
    ...(bottle ? [`bottles:${bottle.perItem}`] : []),
  ].join(" ");
}

const WITHOUT_VAT: Readonly<Record<string, TaxCategory["vat"]>> = {
  exempt: "exempt",
  exento: "exempt",
  not_subject: "not_subject",
  no_objeto: "not_subject",
};

function readVat(word: string): TaxCategory | null {
  const without = Object.hasOwn(WITHOUT_VAT, word) ? WITHOUT_VAT[word] : undefined;
  if (without) return { vat: without };
  const rate = readRate(/^iva:(.+)$/.exec(word)?.[1]);
  return rate === null ? null : { vat: "rated", rateBasisPoints: rate };
}

function readExcise(word: string): Pick<TaxCategory, "excise"> | null {
  const [, code, percent] = /^ice:(\d{1,4}):(.+)$/.exec(word) ?? [];
  const rateBasisPoints = readRate(percent);
  return code && rateBasisPoints ? { excise: { code, rateBasisPoints } } : null;
}

function readBottles(word: string): Pick<TaxCategory, "bottle"> | null {
  const [, count] = /^(?:bottles|botellas):(\d{1,4})$/.exec(word) ?? [];
  return Number(count) > 0 ? { bottle: { perItem: Number(count) } } : null;
}

/** Per cent, with two decimals at most, in basis points. */
function readRate(percent: string | undefined): number | null {
  const [, whole, part = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percent ?? "") ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, "0"));
}
