import type { LineWords } from "~/domain/document/line-words";
import type { PerUnitTax } from "~/domain/document/tax";

/** Two cents for each bottle. */
export const EC_BOTTLE: PerUnitTax = { kind: "per_unit", code: "5001", unitMicros: 20_000 };

export const SPANISH_WORDS: LineWords = {
  shipping: { code: "ENVIO" },
  duties: { code: "ARANCEL", description: "Aranceles" },
  fees: { code: "CARGOS", description: "Cargos" },
  adjustment: { code: "AJUSTE", description: "Ajuste" },
  tip: { code: "PROPINA", description: "Propina" },
};
