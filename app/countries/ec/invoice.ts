import type { InvoiceInput, Payment } from "~/domain/document/document";
import type { BuiltDocument, Outcome } from "../pack";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, type Xml } from "../shared/xml";
import { accessKey } from "./access-key";
import { additionalInfo } from "./additional-info";
import { amount } from "./amounts";
import { built, moneyProblem } from "./built";
import { idTypeCode } from "./buyer";
import { issuerProblem } from "./issuer-problem";
import { details, taxTotals } from "./line-elements";
import { paymentsProblem } from "./payment";
import { establishmentAddress, fecha, keepsAccounts, LONG, specialTaxpayer, taxInfo } from "./tax-info";

/**
 * The unsigned factura 1.1.0, its elements in the schema's strict order, texts cut to its maxima. Problems: `issuer_data_invalid` { field
 * }, `amount_too_large`, `currency_not_supported` { currency }, `payments_differ` { payments, total }.
 */
export function invoice(input: InvoiceInput): Outcome<BuiltDocument> {
  const { totals } = input;
  const wrong =
    moneyProblem(input.currency, Math.max(totals.totalMinor, totals.discountMinor)) ??
    issuerProblem(input.issuer, input.series) ??
    paymentsProblem(input.payments, totals.totalMinor);
  if (wrong) return { ok: false, problem: wrong };
  const key = accessKey(input);
  return {
    ok: true,
    value: built(input, key, { name: "factura", version: "1.1.0" }, [
      taxInfo(input, key),
      invoiceInfo(input),
      details(totals.lines, "codigoPrincipal"),
      additionalInfo(input.additional, input.buyer),
    ]),
  };
}

function invoiceInfo({ issuer, issueDate, buyer, totals, payments }: InvoiceInput): Xml {
  return element("infoFactura", [
    textElement("fechaEmision", fecha(issueDate)),
    establishmentAddress(issuer),
    specialTaxpayer(issuer),
    keepsAccounts(issuer),
    textElement("tipoIdentificacionComprador", idTypeCode(buyer.idType)),
    textElement("razonSocialComprador", oneLine(buyer.legalName, LONG)),
    textElement("identificacionComprador", oneLine(buyer.idNumber, 20)),
    optionalElement("direccionComprador", oneLine(buyer.address, LONG)),
    textElement("totalSinImpuestos", amount(totals.baseMinor)),
    textElement("totalDescuento", amount(totals.discountMinor)),
    taxTotals(totals.groups),
    textElement("propina", amount(totals.tipMinor)),
    textElement("importeTotal", amount(totals.totalMinor)),
    textElement("moneda", "DOLAR"),
    element("pagos", payments.map(pago)),
  ]);
}

/** Terms are counted in days, as SRI's own examples do. */
const pago = ({ code, amountMinor, termDays }: Payment): Xml =>
  element("pago", [
    textElement("formaPago", code),
    textElement("total", amount(amountMinor)),
    ...(termDays ? [textElement("plazo", String(termDays)), textElement("unidadTiempo", "dias")] : []),
  ]);
