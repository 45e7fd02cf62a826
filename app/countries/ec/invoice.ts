import type { DocumentLine, InvoiceInput, Issuer, TaxGroup } from "~/domain/document/document";
import type { BuiltInvoice, Outcome } from "../pack";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, inOnePiece, textRun, XML_DECLARATION, type Xml } from "../shared/xml";
import { accessKey, ambiente, documentNumber, FACTURA, secuencial } from "./access-key";
import { amount, LARGEST_AMOUNT_MINOR, tarifa, unitPrice } from "./amounts";
import { ID_TYPE_CODES } from "./buyer";
import { issuerProblem } from "./issuer-problem";
import { paymentCode } from "./payment";
import { IVA, IVA_RATES, ivaCode } from "./tax-rates";

/** What the signature refers to; the schema allows no other id. */
export const ROOT_ID = "comprobante";

const LONG = 300;
const MOST_ADDITIONAL_FIELDS = 15;

/**
 * The unsigned factura 1.1.0, its elements in the schema's strict order, texts cut to its maxima. Problems: `issuer_data_invalid` { field
 * }, `amount_too_large`, `currency_not_supported` { currency }.
 */
export function invoice(input: InvoiceInput): Outcome<BuiltInvoice> {
  if (input.currency !== "USD") return { ok: false, problem: { code: "currency_not_supported", params: { currency: input.currency } } };
  const wrong = issuerProblem(input.issuer, input.series);
  if (wrong) return { ok: false, problem: wrong };
  if (Math.max(input.totals.totalMinor, input.totals.discountMinor) > LARGEST_AMOUNT_MINOR)
    return { ok: false, problem: { code: "amount_too_large" } };
  const key = accessKey(input);
  const factura = element(
    "factura",
    [taxInfo(input, key), invoiceInfo(input), element("detalles", input.totals.lines.map(detail)), additionalInfo(input)],
    { id: ROOT_ID, version: "1.1.0" },
  );
  return {
    ok: true,
    value: { xml: `${XML_DECLARATION}\n${factura}`, accessKey: key, number: documentNumber(input.series, input.sequence) },
  };
}

function taxInfo({ issuer, series, sequence }: InvoiceInput, key: string): Xml {
  return element("infoTributaria", [
    textElement("ambiente", ambiente(series.environment)),
    textElement("tipoEmision", "1"),
    textElement("razonSocial", oneLine(issuer.legalName, LONG)),
    optionalElement("nombreComercial", oneLine(issuer.tradeName, LONG)),
    textElement("ruc", issuer.taxId),
    textElement("claveAcceso", key),
    textElement("codDoc", FACTURA),
    textElement("estab", series.establishment),
    textElement("ptoEmi", series.emissionPoint),
    textElement("secuencial", secuencial(sequence)),
    textElement("dirMatriz", oneLine(issuer.mainAddress, LONG)),
    optionalElement("agenteRetencion", issuer.withholdingAgent),
    optionalElement("contribuyenteRimpe", RIMPE[issuer.rimpe]),
  ]);
}

const RIMPE: Record<Issuer["rimpe"], string | null> = {
  none: null,
  rimpe: "CONTRIBUYENTE RÉGIMEN RIMPE",
  negocio_popular: "CONTRIBUYENTE NEGOCIO POPULAR - RÉGIMEN RIMPE",
};

function invoiceInfo({ issuer, issueDate, buyer, totals, paymentType }: InvoiceInput): Xml {
  return element("infoFactura", [
    textElement("fechaEmision", issueDate.split("-").reverse().join("/")),
    optionalElement("dirEstablecimiento", oneLine(issuer.establishmentAddress, LONG)),
    optionalElement("contribuyenteEspecial", issuer.specialTaxpayer),
    textElement("obligadoContabilidad", issuer.keepsAccounts ? "SI" : "NO"),
    textElement("tipoIdentificacionComprador", idTypeCode(buyer.idType)),
    textElement("razonSocialComprador", oneLine(buyer.legalName, LONG)),
    textElement("identificacionComprador", oneLine(buyer.idNumber, 20)),
    optionalElement("direccionComprador", oneLine(buyer.address, LONG)),
    textElement("totalSinImpuestos", amount(totals.baseMinor)),
    textElement("totalDescuento", amount(totals.discountMinor)),
    element("totalConImpuestos", totals.groups.map(groupTax)),
    textElement("propina", amount(totals.tipMinor)),
    textElement("importeTotal", amount(totals.totalMinor)),
    textElement("moneda", "DOLAR"),
    element("pagos", [
      element("pago", [textElement("formaPago", paymentCode(paymentType)), textElement("total", amount(totals.totalMinor))]),
    ]),
  ]);
}

function idTypeCode(idType: string): string {
  const code = ID_TYPE_CODES[idType];
  if (!code) throw new RangeError(`${idType} is no id type of Ecuador`);
  return code;
}

const groupTax = (group: TaxGroup): Xml =>
  element("totalImpuesto", [
    textElement("codigo", IVA),
    textElement("codigoPorcentaje", ivaCode(group.rateBasisPoints)),
    textElement("baseImponible", amount(group.baseMinor)),
    textElement("valor", amount(group.taxMinor)),
  ]);

const lineElements = textRun(["descripcion", "cantidad", "precioUnitario", "descuento", "precioTotalSinImpuesto"]);
const rateElements = textRun(["codigo", "codigoPorcentaje", "tarifa"]);
const taxAmounts = textRun(["baseImponible", "valor"]);

// There are a handful of rates, and every line has one.
const RATES = new Map(
  IVA_RATES.map(({ rateBasisPoints: rate, code }) => [rate, inOnePiece(rateElements(IVA, code, tarifa(rate)))] as const),
);

const detail = (line: DocumentLine): Xml =>
  element("detalle", [
    optionalElement("codigoPrincipal", oneLine(line.code, 25)),
    lineElements(
      oneLine(line.description, LONG) || oneLine(line.code, 25) || "PRODUCTO",
      String(line.quantity),
      unitPrice(line.unitPriceMicros),
      amount(line.discountMinor),
      amount(line.baseMinor),
    ),
    element("impuestos", [lineTax(line)]),
  ]);

function lineTax({ rateBasisPoints, baseMinor, taxMinor }: DocumentLine): Xml {
  const rate = RATES.get(rateBasisPoints);
  if (!rate) throw new RangeError(`IVA ${rateBasisPoints / 100} % has no code`);
  return element("impuesto", [rate, taxAmounts(amount(baseMinor), amount(taxMinor))]);
}

/** E-mail and telephone first: SRI's portal and the buyer's accountant look for them there. */
function additionalInfo({ buyer, additional }: InvoiceInput): Xml | null {
  const fields = [["Email", buyer.email], ["Teléfono", buyer.phone], ...Object.entries(additional)] as const;
  const written = fields
    .map(([name, text]) => ({ nombre: oneLine(name, LONG), text: oneLine(text, LONG) }))
    .filter(({ nombre, text }) => nombre !== "" && text !== "")
    .slice(0, MOST_ADDITIONAL_FIELDS);
  return written.length === 0
    ? null
    : element(
        "infoAdicional",
        written.map(({ nombre, text }) => textElement("campoAdicional", text, { nombre })),
      );
}
