import type { AuthorityMessage } from "../pack";

/**
 * What we do about a code. `ask`: SRI has the document already, so ask for it and never send it again. `again`: its own trouble, try later.
 * `reject`: a person must act, the corrected document goes out under the same number. `burn`: likewise, but the number is taken.
 */
export type Reaction = "ask" | "again" | "reject" | "burn";

/** Every code known to us, with what SRI says about it (README, codes). An unknown code is a rejection: somebody has to read it. */
export const REACTIONS: Readonly<Record<string, Reaction>> = {
  "27": "reject", // Clase de contribuyente no puede emitir
  "28": "reject", // Acuerdo de medios electrónicos no aceptado
  "35": "reject", // Documento inválido: no pasa el esquema
  "36": "reject", // Versión de esquema descontinuada, o archivo vacío
  "37": "reject", // RUC sin autorización de emisión
  "39": "reject", // Firma inválida
  "40": "reject", // Error en el certificado
  "43": "ask", // Clave de acceso registrada
  "45": "burn", // Secuencial registrado
  "46": "reject", // RUC no existe
  "47": "reject", // Tipo de comprobante no existe
  "48": "reject", // Esquema XSD no existe
  "49": "reject", // Argumentos nulos
  "50": "again", // Error interno general
  "52": "reject", // Error en diferencias
  "56": "reject", // Establecimiento cerrado
  "57": "reject", // Autorización suspendida
  "58": "reject", // Error en la estructura de la clave de acceso
  "59": "reject", // Identificación del comprador no existe
  "60": "reject", // Ambiente incorrecto
  "62": "reject", // Identificación del comprador incorrecta
  "63": "reject", // RUC clausurado
  "65": "reject", // Fecha de emisión extemporánea
  "67": "reject", // Fecha inválida
  "68": "reject", // Documento de sustento: la factura que se acredita
  "70": "ask", // Clave de acceso en procesamiento, hasta 24 horas
  "82": "reject", // Error en la fecha de inicio de transporte
  "99": "again", // Error al consultar datos del servicio web
  "3000": "reject", // Error de formato
};

const STRONGEST_FIRST: readonly Reaction[] = ["ask", "burn", "reject", "again"];

/**
 * One reaction to all messages of a refused document: the strongest of its errors', with the code that caused it. Warnings don't count
 * unless there is nothing else; no message at all is a rejection without a code.
 */
export function reactionTo(messages: readonly AuthorityMessage[]): { reaction: Reaction; code: string } {
  const errors = messages.filter((message) => message.kind === "error");
  const counted = (errors.length > 0 ? errors : messages).map(({ code }) => ({ code, reaction: REACTIONS[code] ?? "reject" }));
  for (const reaction of STRONGEST_FIRST) {
    const found = counted.find((message) => message.reaction === reaction);
    if (found) return found;
  }
  return { reaction: "reject", code: "" };
}
