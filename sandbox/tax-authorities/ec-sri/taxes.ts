import { cents, formatCents, roundedShift, sum } from "./decimal";
import { child, childrenNamed, textAt, type Element } from "./xml";

const IVA = "2";
const ICE = "3";
// Rates of the IVA codes in force or once in force, in hundredths of a per cent.
const ivaRates: Readonly<Record<string, bigint>> = {
  "0": 0n,
  "2": 1200n,
  "3": 1400n,
  "4": 1500n,
  "5": 500n,
  "6": 0n,
  "7": 0n,
  "10": 1300n,
};
/** Differentiated IVA: set by decree, for some days and places. */
const VARYING_IVA = "8";

export interface Tax {
  /** Tax and percentage code: 2-4. */
  group: string;
  kind: "IVA" | "ICE" | "IRBPNR";
  /** Hundredths of a per cent; of IRBPNR: cents for each bottle. */
  rate: bigint | undefined;
  base: bigint;
  amount: bigint;
}

export const taxesOf = (line: Element): Tax[] => childrenNamed(child(line, "impuestos"), "impuesto").map(readTax);

export function readTax(tax: Element): Tax {
  const [code, percentage] = [textAt(tax, "codigo"), textAt(tax, "codigoPorcentaje")];
  const written = child(tax, "tarifa");
  const official = code === IVA ? ivaRates[percentage] : undefined;
  return {
    group: `${code}-${percentage}`,
    kind: code === IVA ? "IVA" : code === ICE ? "ICE" : "IRBPNR",
    rate: written ? cents(written.text) : official,
    base: cents(textAt(tax, "baseImponible")),
    amount: cents(textAt(tax, "valor")),
  };
}

/** What is wrong with a tax by itself: its code, its rate, its amount. */
export function taxDifferences(name: string, { kind, group, rate, base, amount }: Tax): string[] {
  const percentage = group.slice(group.indexOf("-") + 1);
  if (kind === "IVA" && percentage !== VARYING_IVA) {
    const official = ivaRates[percentage];
    if (official === undefined) return [`${name}: el IVA no tiene el código de porcentaje ${percentage}`];
    if (rate !== official) return [`${name}: la tarifa ${formatCents(rate ?? 0n)} no es la del código ${group}`];
  }
  if (rate === undefined) return [];
  // So much for each bottle, however its base is written: a whole number of bottles.
  if (kind === "IRBPNR") return rate > 0n && amount % rate === 0n ? [] : [`${name}: no es un múltiplo de la tarifa ${formatCents(rate)}`];
  // A cent off is taken: what production systems send is rounded per line or per group.
  const expected = roundedShift(base * rate, 4);
  const gap = amount - expected;
  return gap >= -1n && gap <= 1n ? [] : unequal(name, amount, expected);
}

/** The groups of the document's head are those of its lines: bases summed, the tax taken on that sum. */
export function groupDifferences(groups: Tax[], lineTaxes: Tax[]): string[] {
  const names = groups.map(({ group }) => group);
  const repeated = names.filter((group, index) => names.indexOf(group) !== index);
  const missing = [...new Set(lineTaxes.map(({ group }) => group))].filter((group) => !names.includes(group));
  return [
    ...repeated.map((group) => `totalImpuesto ${group} está repetido`),
    ...missing.map((group) => `falta totalImpuesto ${group}`),
    ...groups.flatMap((total) => {
      const ofGroup = lineTaxes.filter(({ group }) => group === total.group);
      const [name, rate] = [`totalImpuesto ${total.group}`, total.rate ?? ofGroup[0]?.rate];
      return [
        ...unequal(`${name} baseImponible`, total.base, sum(ofGroup.map(({ base }) => base))),
        ...(total.kind === "IRBPNR" ? unequal(`${name} valor`, total.amount, sum(ofGroup.map(({ amount }) => amount))) : []),
        ...taxDifferences(`${name} valor`, { ...total, rate }),
      ];
    }),
  ];
}

export const unequal = (name: string, found: bigint, expected: bigint): string[] =>
  found === expected ? [] : [`${name}: dice ${formatCents(found)}, se calcula ${formatCents(expected)}`];
