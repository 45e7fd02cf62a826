import type { Language } from "../pages/language.ts";
import { statusWord } from "../pages/status-words.ts";

// The timeline is kept in English; these are its sentences in Spanish.
const sentences: [RegExp, string][] = [
  [/^Order placed$/, "Pedido hecho"],
  [/^Marked as paid$/, "Marcado como pagado"],
  [/^Captured (.+)$/, "Cobrado $1"],
  [/^Refunded (.+)$/, "Reembolsado $1"],
  [/^Cancelled \((.+)\)$/, "Cancelado ($1)"],
  [/^Edited$/, "Editado"],
  [/^Buyer told of the edit$/, "Se avisó al comprador del cambio"],
  [/^Return requested$/, "Devolución solicitada"],
  [/^Return open(ed)?$/, "Devolución abierta"],
  [/^Return declined$/, "Devolución rechazada"],
  [/^Return canceled$/, "Devolución cancelada"],
  [/^Return closed$/, "Devolución cerrada"],
  [/^Fulfilled with (.+)$/, "Preparado con $1"],
  [/^Fulfilled$/, "Preparado"],
  [/^Fulfillment cancelled$/, "Envío cancelado"],
  [/^Tracking updated$/, "Seguimiento actualizado"],
  [/^Metafields changed$/, "Metacampos cambiados"],
  [/^Tags changed$/, "Etiquetas cambiadas"],
  [/^Order details changed$/, "Datos del pedido cambiados"],
];

export function timelineWord(text: string, language: Language): string {
  const event = /^Delivery: (\w+)$/.exec(text)?.[1];
  if (event) return `${language === "es" ? "Entrega" : "Delivery"}: ${statusWord(event, language)}`;
  const sentence = language === "es" ? sentences.find(([pattern]) => pattern.test(text)) : undefined;
  return sentence ? text.replace(...sentence) : text;
}
