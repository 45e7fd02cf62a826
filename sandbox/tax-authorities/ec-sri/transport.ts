import { dayOf } from "./issue-date";
import { message, type Message } from "./messages";
import { child, textAt, type Element } from "./xml";

/** 82: goods set out on the day of issue or later, and arrive no sooner. Of a guía, and of a factura that stands in for one. */
export function transportFault(document: Element, issuedOn: string): Message | undefined {
  const transport = child(document, "infoGuiaRemision") ?? child(document, "infoSustitutivaGuiaRemision");
  if (!transport) return undefined;
  const [from, until] = [textAt(transport, "fechaIniTransporte"), textAt(transport, "fechaFinTransporte")];
  const [start, end, issued] = [dayOf(from), dayOf(until), dayOf(issuedOn)];
  if (start === undefined || end === undefined) return message("82", `transporte del ${from} al ${until}: una de las fechas no existe`);
  if (issued !== undefined && start < issued) return message("82", `el transporte inicia el ${from}, antes de la emisión (${issuedOn})`);
  return end < start ? message("82", `el transporte termina el ${until}, antes de iniciar (${from})`) : undefined;
}
