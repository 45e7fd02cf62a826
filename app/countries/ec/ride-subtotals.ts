import { parseMinor } from "~/domain/money/money";
import { amount } from "./amounts";
import { ICE, IRBPNR, IVA } from "./tax-codes";
import { EXEMPT, IVA_RATES, NOT_SUBJECT } from "./tax-rates";
import type { ReadXml } from "../shared/read-xml";

type Tax = { tax: string; code: string; base: number; value: number };

/** The general rate has its rows even where nothing was sold at it. */
const GENERAL = "4";

/** The totals in the order of anexo 2, rows of further rates behind the general one's. */
export function subtotals(root: ReadXml): { label: string; value: string }[] {
  const taxes = root.all("totalImpuesto").map(readTax);
  const rates = IVA_RATES.filter(
    ({ code, rateBasisPoints }) => rateBasisPoints > 0 && (code === GENERAL || taxes.some((tax) => isIva(tax, code))),
  ).sort((a, b) => Number(b.code === GENERAL) - Number(a.code === GENERAL) || b.rateBasisPoints - a.rateBasisPoints);
  const base = (code: string) => amount(sum(taxes.filter((tax) => isIva(tax, code)).map((tax) => tax.base)));
  const iva = (code: string) => amount(sum(taxes.filter((tax) => isIva(tax, code)).map((tax) => tax.value)));
  const other = (id: string) => amount(sum(taxes.filter((tax) => tax.tax === id).map((tax) => tax.value)));
  return [
    ...rates.map(({ code, rateBasisPoints }) => ({ label: `SUBTOTAL ${rateBasisPoints / 100}%`, value: base(code) })),
    { label: "SUBTOTAL IVA 0%", value: base("0") },
    { label: "SUBTOTAL NO OBJETO DE IVA", value: base(NOT_SUBJECT) },
    { label: "SUBTOTAL EXENTO DE IVA", value: base(EXEMPT) },
    { label: "SUBTOTAL SIN IMPUESTOS", value: root.text("totalSinImpuestos") ?? "" },
    { label: "TOTAL DESCUENTO", value: root.text("totalDescuento") ?? discountOf(root) },
    { label: "ICE", value: other(ICE) },
    ...rates.map(({ code, rateBasisPoints }) => ({ label: `IVA ${rateBasisPoints / 100}%`, value: iva(code) })),
    { label: "IRBPNR", value: other(IRBPNR) },
    ...(root.text("importeTotal") === null ? [] : [{ label: "PROPINA", value: root.text("propina") ?? "0.00" }]),
    { label: "VALOR TOTAL", value: root.text("importeTotal") ?? root.text("valorModificacion") ?? "" },
  ];
}

/** A credit note states its discounts by line only. */
const discountOf = (root: ReadXml): string =>
  amount(sum(root.all("detalle").map((detail) => parseMinor(detail.text("descuento") ?? "0", "USD"))));

const readTax = (node: ReadXml): Tax => ({
  tax: node.text("codigo") ?? "",
  code: node.text("codigoPorcentaje") ?? "",
  base: parseMinor(node.text("baseImponible") ?? "0", "USD"),
  value: parseMinor(node.text("valor") ?? "0", "USD"),
});

const isIva = (tax: Tax, code: string): boolean => tax.tax === IVA && tax.code === code;

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
