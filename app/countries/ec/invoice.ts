import type { InvoiceInput, Payment } from "~/domain/document/document";
import type { BuiltDocument, Outcome, Problem } from "../pack";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, type Xml } from "../shared/xml";
import { accessKey } from "./access-key";
import { additionalInfo } from "./additional-info";
import { amount } from "./amounts";
import { built, moneyProblem } from "./built";
import { idTypeCode } from "./buyer";
import { issuerProblem } from "./issuer-problem";
import { details, taxTotals } from "./line-elements";
import { cashProblem, paymentsProblem } from "./payment";
import { carrier, missingText, plate, transportDates, transportProblem } from "./transport-elements";
import { establishmentAddress, fecha, keepsAccounts, LONG, specialTaxpayer, taxInfo } from "./tax-info";

/**
 * The unsigned factura: 1.1.0, or 2.1.0 where it stands in for a dispatch guide. Its elements in the schema's strict order, texts cut to its maxima. Problems: `issuer_data_invalid` { field
 * }, `amount_too_large`, `currency_not_supported` { currency }, `payments_differ` { payments, total },
 * `cash_above_limit` { amount, limit }, and those of a guide.
 */
export function invoice(input: InvoiceInput): Outcome<BuiltDocument> {
  const { totals } = input;
  const wrong =
    moneyProblem(input.currency, Math.max(totals.totalMinor, totals.discountMinor)) ??
    issuerProblem(input.issuer, input.series) ??
    paymentsProblem(input.payments, totals.totalMinor) ??
    cashProblem(input.payments) ??
    guideProblem(input);
  if (wrong) return { ok: false, problem: wrong };
  const key = accessKey(input);
  return {
    ok: true,
    value: built(input, key, { name: "factura", version: input.transport ? "2.1.0" : "1.1.0" }, [
      taxInfo(input, key),
      invoiceInfo(input),
      details(totals.lines, "codigoPrincipal"),
      insteadOfGuide(input),
      additionalInfo(input.additional, input.buyer),
    ]),
  };
}

function invoiceInfo(input: InvoiceInput): Xml {
  const { issuer, issueDate, buyer, totals, payments } = input;
  return element("infoFactura", [
    textElement("fechaEmision", fecha(issueDate)),
    establishmentAddress(issuer),
    specialTaxpayer(issuer),
    keepsAccounts(issuer),
    textElement("tipoIdentificacionComprador", idTypeCode(buyer.idType)),
    optionalElement("guiaRemision", input.guide ?? null),
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

function guideProblem({ transport, issueDate, guide }: InvoiceInput): Problem | null {
  if (guide && !/^\d{3}-\d{3}-\d{9}$/.test(guide)) return { code: "original_invalid", params: { number: guide } };
  if (!transport) return null;
  const { destinationAddress, destinations } = transport;
  const motives = destinations.length > 0 ? destinations.map(({ motive }) => motive) : [""];
  return (
    transportProblem(transport, issueDate) ??
    missingText({ address: destinationAddress }) ??
    motives.map((motive) => missingText({ motive })).find((problem) => problem !== null) ??
    null
  );
}

/** infoSustitutivaGuiaRemision, which 2.x added: the factura of goods that are about to move is their guide too. */
const insteadOfGuide = ({ transport }: InvoiceInput): Xml | null =>
  transport
    ? element("infoSustitutivaGuiaRemision", [
        textElement("dirPartida", oneLine(transport.originAddress, LONG)),
        textElement("dirDestinatario", oneLine(transport.destinationAddress, LONG)),
        ...transportDates(transport),
        ...carrier(transport),
        plate(transport),
        element(
          "destinos",
          transport.destinations.map(({ motive, route }) =>
            element("destino", [textElement("motivoTraslado", oneLine(motive, LONG)), optionalElement("ruta", oneLine(route, LONG))]),
          ),
        ),
      ])
    : null;

/** Terms are counted in days, as SRI's own examples do. */
const pago = ({ code, amountMinor, termDays }: Payment): Xml =>
  element("pago", [
    textElement("formaPago", code),
    textElement("total", amount(amountMinor)),
    ...(termDays ? [textElement("plazo", String(termDays)), textElement("unidadTiempo", "dias")] : []),
  ]);
