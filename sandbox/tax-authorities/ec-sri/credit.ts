import { cents, formatCents, sum } from "./decimal";
import { message, type Message } from "./messages";
import type { Register, Registered } from "./register";
import { child, textAt, withXml, type Element } from "./xml";

const SAME_AS_INVOICE: [inNote: string, inInvoice: string][] = [
  ["fechaEmisionDocSustento", "fechaEmision"],
  ["tipoIdentificacionComprador", "tipoIdentificacionComprador"],
  ["identificacionComprador", "identificacionComprador"],
];

/** The registered invoice that a nota de crédito names; it is the same issuer's, in the same environment. */
export function creditedInvoice(note: Element, register: Register): Registered | undefined {
  const [head, info] = [child(note, "infoTributaria"), child(note, "infoNotaCredito")];
  const number = textAt(info, "numDocModificado").replaceAll("-", "");
  return register.holderOf(textAt(info, "codDocModificado") + textAt(head, "ruc") + textAt(head, "ambiente") + number);
}

/** 68: the invoice is not known or is another one's; 52: more is credited than it had. Both codes are this sandbox's choice. */
export function creditMessages(note: Element, invoice: Registered | undefined, register: Register): Message[] {
  const info = child(note, "infoNotaCredito");
  const [type, number] = [textAt(info, "codDocModificado"), textAt(info, "numDocModificado")];
  if (type !== "01") return [message("68", `una nota de crédito modifica una factura (01), no ${type}`)];
  if (!invoice) return [message("68", `la factura ${number} no está autorizada para este emisor`)];
  const ownKey = textAt(note, "infoTributaria", "claveAcceso");
  const others = register.creditsOf(invoice.accessKey).filter(({ accessKey }) => accessKey !== ownKey);
  const credited = sum(others.map(({ total }) => cents(total ?? ""))) + cents(textAt(info, "valorModificacion"));
  const excess = credited > cents(invoice.total ?? "");
  return [
    ...strangers(info, invoice).map((name) => message("68", `${name} no es la de la factura ${number}`)),
    ...(excess ? [message("52", `con esta nota se acreditan ${formatCents(credited)}, la factura ${number} es por ${invoice.total}`)] : []),
  ];
}

const strangers = (info: Element | undefined, invoice: Registered): string[] =>
  withXml(Buffer.from(invoice.xml), (root) =>
    SAME_AS_INVOICE.filter(([inNote, inInvoice]) => textAt(info, inNote) !== textAt(root, "infoFactura", inInvoice)).map(([name]) => name),
  );
