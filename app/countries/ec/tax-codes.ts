import type { Tax } from "~/domain/document/tax";
import { tarifa } from "./amounts";
import { ivaCode } from "./tax-rates";

/** SRI's codes of the taxes themselves (`codigo`). */
export const IVA = "2";
export const ICE = "3";
export const IRBPNR = "5";

/** The tax on plastic bottles: code 5001, USD 0.02 each (LRTI, tras art. 89; ficha técnica's own example). */
export const BOTTLE = { kind: "per_unit", code: "5001", unitMicros: 20_000 } as const;

/** How a tax is written: `codigo`, `codigoPorcentaje`, and `tarifa` in per cent or, per bottle, in dollars. */
export function taxCodes(tax: Tax): { codigo: string; codigoPorcentaje: string; tarifa: string } {
  switch (tax.kind) {
    case "vat":
      return { codigo: IVA, codigoPorcentaje: ivaCode(tax), tarifa: tarifa(tax.rateBasisPoints) };
    case "excise":
      return { codigo: ICE, codigoPorcentaje: tax.code, tarifa: tarifa(tax.rateBasisPoints) };
    case "per_unit":
      return { codigo: IRBPNR, codigoPorcentaje: tax.code, tarifa: tarifa(tax.unitMicros / 10_000) };
  }
}
