import type { DocumentLine } from "~/domain/document/document";
import type { LineTax, TaxGroup } from "~/domain/document/tax";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, type Xml } from "../shared/xml";
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
        ...whatAndHowMany(line, codeName),
        textElement("precioUnitario", unitPrice(line.unitPriceMicros)),
        textElement("descuento", amount(line.discountMinor)),
        textElement("precioTotalSinImpuesto", amount(line.baseMinor)),
        element("impuestos", line.taxes.map(impuesto)),
      ]),
    ),
  );

/** Code, description and quantity, as they begin a line in every document. A description is never empty. */
export const whatAndHowMany = (line: Pick<DocumentLine, "code" | "description" | "quantity">, codeName: CodeName): (Xml | null)[] => [
  optionalElement(codeName, oneLine(line.code, 25)),
  textElement("descripcion", oneLine(line.description, LONG) || oneLine(line.code, 25) || "PRODUCTO"),
  textElement("cantidad", String(line.quantity)),
];

function impuesto({ tax, baseMinor, taxMinor }: LineTax): Xml {
  const { codigo, codigoPorcentaje, tarifa } = taxCodes(tax);
  return element("impuesto", [
    textElement("codigo", codigo),
    textElement("codigoPorcentaje", codigoPorcentaje),
    textElement("tarifa", tarifa),
    textElement("baseImponible", amount(baseMinor)),
    textElement("valor", amount(taxMinor)),
  ]);
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
