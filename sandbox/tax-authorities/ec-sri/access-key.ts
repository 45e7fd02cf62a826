import { message, type Message } from "./messages";
import { child, textAt, type Element } from "./xml";

/** Every part of the claveAcceso must be the one that the document itself states, the date as dd/mm/aaaa (facts of SRI's ficha técnica, table 1). */
export function accessKeyFault(document: Element, issuedOn: string): Message | undefined {
  const info = child(document, "infoTributaria");
  const field = (name: string) => textAt(info, name);
  const key = field("claveAcceso");
  const parts: [string, number, string][] = [
    ["fechaEmision", 0, issuedOn.replaceAll("/", "")],
    ["codDoc", 8, field("codDoc")],
    ["ruc", 10, field("ruc")],
    ["ambiente", 23, field("ambiente")],
    ["estab y ptoEmi", 24, field("estab") + field("ptoEmi")],
    ["secuencial", 30, field("secuencial")],
    ["tipoEmision", 47, field("tipoEmision")],
    ["dígito verificador", 48, checkDigit(key.slice(0, 48))],
  ];
  const wrong = parts.filter(([, start, expected]) => key.slice(start, start + expected.length) !== expected);
  return wrong.length === 0 ? undefined : message("58", `la clave de acceso no corresponde a: ${wrong.map(([name]) => name).join(", ")}`);
}

/** Modulus 11 with weights 2…7 from the right; 11 becomes 0 and 10 becomes 1. */
export function checkDigit(digits: string): string {
  const weighted = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  const digit = 11 - (weighted % 11);
  return String(digit === 11 ? 0 : digit === 10 ? 1 : digit);
}
