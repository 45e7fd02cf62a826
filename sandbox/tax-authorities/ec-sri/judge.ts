import { accessKeyFault } from "./access-key";
import { typeNamed, type DocumentType } from "./document-types";
import { issueDateFault } from "./issue-date";
import { message, type Message } from "./messages";
import type { Register, Registered } from "./register";
import { signatureFault } from "./signature";
import { structureFault } from "./structure/signature-shape";
import { transportFault } from "./transport";
import { child, NotXml, textAt, withXml, type Element } from "./xml";

const TEST_ENVIRONMENT = "1";
const otherDocuments = new Set(["liquidacionCompra", "notaDebito", "comprobanteRetencion"]);

export type Judgement = { accessKey: string; returned: Message } | { document: Registered };
type Seat = { now: Date; register: Register };

/**
 * Judges a document as the two services do: what reception finds sends it back; the rest (signature, sums, parties, what is credited)
 * decides between AUTORIZADO and NO AUTORIZADO, and is told when the authorisation is asked for.
 */
export function judge(source: Uint8Array, seat: Seat): Judgement {
  try {
    return withXml(source, (root) => {
      const accessKey = textAt(root, "infoTributaria", "claveAcceso");
      const type = typeNamed(root.name);
      if (!type) return { accessKey, returned: unknownDocument(root.name) };
      const returned = faultAtReception(root, type, seat.now);
      return returned ? { accessKey, returned } : { document: registered(root, { type, source, ...seat }) };
    });
  } catch (error) {
    if (error instanceof NotXml) return { accessKey: "", returned: message("35", `el XML no está bien formado: ${error.message}`) };
    throw error;
  }
}

const unknownDocument = (name: string): Message =>
  otherDocuments.has(name)
    ? message("48", `este ambiente de pruebas no recibe ${name}`)
    : message("35", `el elemento raíz ${name} no es un comprobante`);

function faultAtReception(root: Element, { name, codDoc, byVersion, issuedOn }: DocumentType, now: Date): Message | undefined {
  const version = root.attributes.version ?? "";
  const shape = byVersion[version];
  if (!shape) return message("36", `versión '${version}': se admiten ${Object.keys(byVersion).join(", ")}`);
  const wrong = structureFault(root, shape);
  if (wrong !== undefined) return message("35", wrong);
  if (textAt(root, "infoTributaria", "codDoc") !== codDoc) return message("47", `codDoc de una ${name} es ${codDoc}`);
  if (textAt(root, "infoTributaria", "ambiente") !== TEST_ENVIRONMENT) return message("60", "este es el ambiente de pruebas: ambiente 1");
  const date = issuedOn(root);
  return accessKeyFault(root, date) ?? issueDateFault(date, now) ?? transportFault(root, date);
}

function registered(root: Element, { type, source, now, register }: Seat & { type: DocumentType; source: Uint8Array }): Registered {
  const info = child(root, "infoTributaria");
  const unsigned = signatureFault(root, source);
  const messages = unsigned ? [unsigned] : type.messages(root, register);
  const modified = type.modified(root, register);
  return {
    accessKey: textAt(info, "claveAcceso"),
    state: messages.some(({ tipo }) => tipo === "ERROR") ? "NO AUTORIZADO" : "AUTORIZADO",
    number: ["estab", "ptoEmi", "secuencial"].map((name) => textAt(info, name)).join("-"),
    registeredAt: now.toISOString(),
    total: type.total(root),
    ...(modified ? { modifies: modified.accessKey } : {}),
    messages,
    xml: Buffer.from(source).toString("utf8"),
  };
}
