import { checkTaxId } from "../../../app/domain/tax-id/check";
import { isError } from "../../../app/domain/tax-id/describe";
import { cents } from "./decimal";
import { message, type Message } from "./messages";
import { child, textAt, type Element } from "./xml";

// Decreto 586: without the buyer's identification up to USD 50.
const FINAL_CONSUMER_LIMIT_CENTS = 5000n;
const FINAL_CONSUMER = "07";
const idTypes: Readonly<Record<string, string>> = { "04": "ruc", "05": "cedula", [FINAL_CONSUMER]: "final_consumer" };

/** A wrong number only warns, as with the authority; a final consumer above the limit, or credited, is refused. */
export function buyerMessages(info: Element | undefined): Message[] {
  const code = textAt(info, "tipoIdentificacionComprador");
  const isFinalConsumer = code === FINAL_CONSUMER;
  const tooMuch = isFinalConsumer && cents(textAt(info, "importeTotal")) > FINAL_CONSUMER_LIMIT_CENTS;
  // Since 2026 what was sold to a final consumer can be neither annulled nor credited (NAC-DGERCGC25-00000017).
  const credited = isFinalConsumer && child(info, "valorModificacion") !== undefined;
  return [
    ...idMessages("del comprador", code, textAt(info, "identificacionComprador")),
    ...(tooMuch ? [message("52", "una venta a consumidor final no puede superar USD 50.00")] : []),
    ...(credited ? [message("52", "una venta a consumidor final no admite nota de crédito")] : []),
  ];
}

export const carrierMessages = (info: Element | undefined): Message[] =>
  idMessages("del transportista", textAt(info, "tipoIdentificacionTransportista"), textAt(info, "rucTransportista"));

function idMessages(whose: string, code: string, number: string): Message[] {
  const type = idTypes[code];
  if (type === undefined || !isError(checkTaxId("EC", type, number))) return [];
  return [message("62", `la identificación ${whose} no es válida para el tipo ${code}`, "ADVERTENCIA")];
}
