import { cents, formatCents, roundedShift, scaled, sum } from "./decimal";
import { message, type Message } from "./messages";
import { child, childrenNamed, textAt, type Element } from "./xml";

const IVA = "2";
const ICE = "3";
// Rates of the IVA codes in force or once in force, in hundredths of a per cent; 8 varies by decree.
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
const OTHER_CHARGES = ["propina", "fleteInternacional", "seguroInternacional", "gastosAduaneros", "gastosTransporteOtros"];

interface Tax {
  group: string;
  code: string;
  rate: bigint | undefined;
  base: bigint;
  amount: bigint;
}

/** SRI's "error en diferencias": every sum a factura states is computed again, exactly. */
export function differences(factura: Element): Message[] {
  const lines = childrenNamed(child(factura, "detalles"), "detalle");
  const info = child(factura, "infoFactura");
  const groups = childrenNamed(child(info, "totalConImpuestos"), "totalImpuesto").map(readTax);
  const lineTaxes = lines.flatMap(taxesOf);
  return [...lines.flatMap(lineDifferences), ...groupDifferences(groups, lineTaxes), ...totalDifferences(info, lines, groups)].map((what) =>
    message("52", what),
  );
}

function lineDifferences(line: Element, index: number): string[] {
  const name = `detalle ${index + 1}`;
  const price = cents(textAt(line, "precioTotalSinImpuesto"));
  const exact =
    scaled(textAt(line, "cantidad"), 6) * scaled(textAt(line, "precioUnitario"), 6) - cents(textAt(line, "descuento")) * 10n ** 10n;
  const taxes = taxesOf(line);
  const ice = sum(taxes.filter(({ code }) => code === ICE).map(({ amount }) => amount));
  return [
    ...unequal(`${name} precioTotalSinImpuesto`, price, roundedShift(exact, 10)),
    ...taxes.filter(({ code }) => code === IVA).flatMap(({ base }) => unequal(`${name} baseImponible del IVA`, base, price + ice)),
    ...taxes.flatMap((tax) => taxDifferences(`${name} valor del impuesto ${tax.group}`, tax)),
  ];
}

function groupDifferences(groups: Tax[], lineTaxes: Tax[]): string[] {
  const names = groups.map(({ group }) => group);
  const repeated = names.filter((group, index) => names.indexOf(group) !== index);
  const missing = [...new Set(lineTaxes.map(({ group }) => group))].filter((group) => !names.includes(group));
  return [
    ...repeated.map((group) => `totalImpuesto ${group} está repetido`),
    ...missing.map((group) => `falta totalImpuesto ${group}`),
    ...groups.flatMap((total) => {
      const ofGroup = lineTaxes.filter(({ group }) => group === total.group);
      const rate = total.rate ?? ofGroup[0]?.rate;
      return [
        ...unequal(`totalImpuesto ${total.group} baseImponible`, total.base, sum(ofGroup.map(({ base }) => base))),
        ...taxDifferences(`totalImpuesto ${total.group} valor`, { ...total, rate }),
      ];
    }),
  ];
}

function totalDifferences(info: Element | undefined, lines: Element[], groups: Tax[]): string[] {
  const net = cents(textAt(info, "totalSinImpuestos"));
  const total = cents(textAt(info, "importeTotal"));
  const charges = sum(OTHER_CHARGES.map((name) => cents(textAt(info, name))));
  const payments = childrenNamed(child(info, "pagos"), "pago").map((payment) => cents(textAt(payment, "total")));
  return [
    ...unequal("totalSinImpuestos", net, sum(lines.map((line) => cents(textAt(line, "precioTotalSinImpuesto"))))),
    ...unequal("importeTotal", total, net + sum(groups.map(({ amount }) => amount)) + charges),
    ...unequal("suma de pagos", sum(payments), total),
  ];
}

/** The tax may be a cent off base × rate: what production systems send is rounded per line or per group. */
function taxDifferences(name: string, { code, group, rate, base, amount }: Tax): string[] {
  const official = code === IVA ? ivaRates[group.slice(IVA.length + 1)] : undefined;
  if (rate === undefined) return [];
  if (official !== undefined && rate !== official) return [`${name}: la tarifa ${formatCents(rate)} no es la del código ${group}`];
  const expected = roundedShift(base * rate, 4);
  const gap = amount - expected;
  return gap >= -1n && gap <= 1n ? [] : unequal(name, amount, expected);
}

const taxesOf = (line: Element): Tax[] => childrenNamed(child(line, "impuestos"), "impuesto").map(readTax);

function readTax(tax: Element): Tax {
  const code = textAt(tax, "codigo");
  const rate = child(tax, "tarifa");
  return {
    code,
    group: `${code}-${textAt(tax, "codigoPorcentaje")}`,
    rate: rate && cents(rate.text),
    base: cents(textAt(tax, "baseImponible")),
    amount: cents(textAt(tax, "valor")),
  };
}

const unequal = (name: string, found: bigint, expected: bigint): string[] =>
  found === expected ? [] : [`${name}: dice ${formatCents(found)}, se calcula ${formatCents(expected)}`];
