import type { LineWords } from "~/domain/document/line-words";

export const LINE_WORDS: LineWords = {
  shipping: { code: "ENVIO" },
  duties: { code: "ARANCEL", description: "Aranceles y derechos de aduana" },
  fees: { code: "CARGOS", description: "Cargos adicionales" },
  kept: { code: "RETENIDO", description: "Valor retenido de la devolución" },
  adjustment: { code: "AJUSTE", description: "Ajuste sobre el valor facturado" },
  tip: { code: "PROPINA", description: "Propina" },
};
