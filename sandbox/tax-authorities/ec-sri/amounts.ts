import { cents, roundedShift, scaled, sum } from "./decimal";
import { message, type Message } from "./messages";
import { groupDifferences, readTax, taxDifferences, taxesOf, unequal, type Tax } from "./taxes";
import { child, childrenNamed, textAt, type Element } from "./xml";

const OTHER_CHARGES = ["propina", "fleteInternacional", "seguroInternacional", "gastosAduaneros", "gastosTransporteOtros"];

/** SRI's "error en diferencias": every sum a factura or nota de crédito states is computed again, exactly. */
export function differences(document: Element): Message[] {
  const lines = childrenNamed(child(document, "detalles"), "detalle");
  const [invoice, note] = [child(document, "infoFactura"), child(document, "infoNotaCredito")];
  const info = invoice ?? note;
  const groups = childrenNamed(child(info, "totalConImpuestos"), "totalImpuesto").map(readTax);
  const net = sum(lines.map((line) => cents(textAt(line, "precioTotalSinImpuesto"))));
  const total = cents(textAt(info, "totalSinImpuestos")) + sum(groups.map(({ amount }) => amount));
  return [
    ...lines.flatMap(lineDifferences),
    ...groupDifferences(groups, lines.flatMap(taxesOf)),
    ...unequal("totalSinImpuestos", cents(textAt(info, "totalSinImpuestos")), net),
    ...(invoice ? invoiceDifferences(invoice, total) : unequal("valorModificacion", cents(textAt(note, "valorModificacion")), total)),
  ].map((what) => message("52", what));
}

function lineDifferences(line: Element, index: number): string[] {
  const name = `detalle ${index + 1}`;
  const price = cents(textAt(line, "precioTotalSinImpuesto"));
  const exact =
    scaled(textAt(line, "cantidad"), 6) * scaled(textAt(line, "precioUnitario"), 6) - cents(textAt(line, "descuento")) * 10n ** 10n;
  const taxes = taxesOf(line);
  return [
    ...unequal(`${name} precioTotalSinImpuesto`, price, roundedShift(exact, 10)),
    ...ivaBaseDifferences(name, price, taxes),
    ...taxes.flatMap((tax) => taxDifferences(`${name} valor del impuesto ${tax.group}`, tax)),
  ];
}

/** IVA is taken on the price and the ICE that is in it; what is paid for bottles is no part of its base. */
function ivaBaseDifferences(name: string, price: bigint, taxes: Tax[]): string[] {
  const ice = sum(taxes.filter(({ kind }) => kind === "ICE").map(({ amount }) => amount));
  return taxes.filter(({ kind }) => kind === "IVA").flatMap(({ base }) => unequal(`${name} baseImponible del IVA`, base, price + ice));
}

function invoiceDifferences(info: Element, netAndTaxes: bigint): string[] {
  const total = cents(textAt(info, "importeTotal"));
  const charges = sum(OTHER_CHARGES.map((name) => cents(textAt(info, name))));
  const payments = childrenNamed(child(info, "pagos"), "pago").map((payment) => cents(textAt(payment, "total")));
  return [...unequal("importeTotal", total, netAndTaxes + charges), ...unequal("suma de pagos", sum(payments), total)];
}
