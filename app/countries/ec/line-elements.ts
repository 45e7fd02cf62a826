import type { DocumentLine } from "~/domain/document/document";
import { taxKey, type LineTax, type TaxGroup } from "~/domain/document/tax";
import { oneLine } from "../shared/text";
import { element, inOnePiece, optionalElement, textElement, textRun, type Xml } from "../shared/xml";
import { amount, unitPrice } from "./amounts";
import { taxCodes } from "./tax-codes";
import { LONG } from "./tax-info";

/** What factura and nota de crédito call a line's code. */
type CodeName = "codigoPrincipal" | "codigoInterno";

/** detalles, one detalle for each line. */
export const details = (lines: readonly DocumentLine[], codeName: CodeName): Xml =>
  element(
    "detalles",
    lines.map((line) =>
      element("detalle", [
        optionalElement(codeName, oneLine(line.code, 25)),
        lineElements(
          wordsOf(line),
          String(line.quantity),
          unitPrice(line.unitPriceMicros),
          amount(line.discountMinor),
          amount(line.baseMinor),
        ),
        element("impuestos", line.taxes.map(impuesto)),
      ]),
    ),
  );

const lineElements = textRun(["descripcion", "cantidad", "precioUnitario", "descuento", "precioTotalSinImpuesto"]);

/** Code, description and quantity, as they begin a line in every document. */
export const whatAndHowMany = (line: Pick<DocumentLine, "code" | "description" | "quantity">, codeName: CodeName): (Xml | null)[] => [
  optionalElement(codeName, oneLine(line.code, 25)),
  textElement("descripcion", wordsOf(line)),
  textElement("cantidad", String(line.quantity)),
];

/** A description is never empty. */
const wordsOf = ({ code, description }: Pick<DocumentLine, "code" | "description">): string =>
  oneLine(description, LONG) || oneLine(code, 25) || "PRODUCTO";

const impuesto = ({ tax, baseMinor, taxMinor }: LineTax): Xml =>
  element("impuesto", [codesOf(tax), taxAmounts(amount(baseMinor), amount(taxMinor))]);

const taxAmounts = textRun(["baseImponible", "valor"]);
const codeElements = textRun(["codigo", "codigoPorcentaje", "tarifa"]);

// A shop has a handful of taxes, and every line of every document bears one.
const CODES_KEPT = 1000;
const codes = new Map<string, Xml>();

function codesOf(tax: LineTax["tax"]): Xml {
  const key = taxKey(tax);
  const known = codes.get(key);
  if (known) return known;
  const { codigo, codigoPorcentaje, tarifa } = taxCodes(tax);
  const made = inOnePiece(codeElements(codigo, codigoPorcentaje, tarifa));
  if (codes.size >= CODES_KEPT) codes.clear();
  codes.set(key, made);
  return made;
}

/** totalConImpuestos. */
export const taxTotals = (groups: readonly TaxGroup[]): Xml =>
  element(
    "totalConImpuestos",
    groups.map(({ tax, baseMinor, taxMinor }) => {
      const { codigo, codigoPorcentaje } = taxCodes(tax);
      return element("totalImpuesto", [
        textElement("codigo", codigo),
        textElement("codigoPorcentaje", codigoPorcentaje),
        textElement("baseImponible", amount(baseMinor)),
        textElement("valor", amount(taxMinor)),
      ]);
    }),
  );
