import { checkTaxId } from "../../../app/domain/tax-id/check";
import { isError } from "../../../app/domain/tax-id/describe";
import { cents } from "./decimal";
import { message, type Message } from "./messages";
import { child, textAt, type Element } from "./xml";

// Decreto 586: without the buyer's identification up to USD 50.
const FINAL_CONSUMER_LIMIT_CENTS = 5000n;
const idTypes: Readonly<Record<string, string>> = { "04": "ruc", "05": "cedula", "07": "final_consumer" };

/** A wrong number only warns, as with the authority; a final consumer above the limit is refused. */
export function buyerMessages(factura: Element): Message[] {
  const info = child(factura, "infoFactura");
  const code = textAt(info, "tipoIdentificacionComprador");
  const type = idTypes[code];
  const wrong = type !== undefined && isError(checkTaxId("EC", type, textAt(info, "identificacionComprador")));
  const tooMuch = code === "07" && cents(textAt(info, "importeTotal")) > FINAL_CONSUMER_LIMIT_CENTS;
  return [
    ...(wrong ? [message("62", `la identificación del comprador no es válida para el tipo ${code}`, "ADVERTENCIA")] : []),
    ...(tooMuch ? [message("52", "una venta a consumidor final no puede superar USD 50.00")] : []),
  ];
}
