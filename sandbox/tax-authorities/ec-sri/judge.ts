import { accessKeyFault, infoOf } from "./access-key";
import { differences } from "./amounts";
import { buyerMessages } from "./buyer";
import { facturaByVersion } from "./factura";
import { issueDateFault } from "./issue-date";
import { message, type Message } from "./messages";
import type { Registered } from "./register";
import { signatureFault } from "./signature";
import { structureFault } from "./signature-shape";
import { child, NotXml, textAt, withXml, type Element } from "./xml";

const TEST_ENVIRONMENT = "1";
const FACTURA = "01";
const otherDocuments = new Set(["liquidacionCompra", "notaCredito", "notaDebito", "guiaRemision", "comprobanteRetencion"]);

export type Judgement = { accessKey: string; returned: Message } | { document: Registered };

/**
 * Judges a document as the two services do: what reception finds sends it back; the rest (signature, sums, buyer) decides
 * between AUTORIZADO and NO AUTORIZADO, and is told when the authorisation is asked for.
 */
export function judge(source: Uint8Array, now: Date): Judgement {
  try {
    return withXml(source, (root) => {
      const returned = faultAtReception(root, now);
      const accessKey = textAt(root, "infoTributaria", "claveAcceso");
      return returned ? { accessKey, returned } : { document: registered(root, source, now) };
    });
  } catch (error) {
    if (error instanceof NotXml) return { accessKey: "", returned: message("35", `el XML no está bien formado: ${error.message}`) };
    throw error;
  }
}

function faultAtReception(root: Element, now: Date): Message | undefined {
  if (otherDocuments.has(root.name)) return message("48", `este ambiente de pruebas recibe facturas, no ${root.name}`);
  if (root.name !== "factura") return message("35", `el elemento raíz ${root.name} no es un comprobante`);
  const version = root.attributes.version ?? "";
  const shape = facturaByVersion[version];
  if (!shape) return message("36", `versión '${version}': se admiten ${Object.keys(facturaByVersion).join(", ")}`);
  const wrong = structureFault(root, shape);
  if (wrong !== undefined) return message("35", wrong);
  if (textAt(root, "infoTributaria", "codDoc") !== FACTURA) return message("47", "codDoc de una factura es 01");
  if (textAt(root, "infoTributaria", "ambiente") !== TEST_ENVIRONMENT) return message("60", "este es el ambiente de pruebas: ambiente 1");
  return accessKeyFault(root) ?? issueDateFault(textAt(infoOf(root), "fechaEmision"), now);
}

function registered(root: Element, source: Uint8Array, now: Date): Registered {
  const info = child(root, "infoTributaria");
  const unsigned = signatureFault(root, source);
  const messages = unsigned ? [unsigned] : [...differences(root), ...buyerMessages(root)];
  return {
    accessKey: textAt(info, "claveAcceso"),
    state: messages.some(({ tipo }) => tipo === "ERROR") ? "NO AUTORIZADO" : "AUTORIZADO",
    number: ["estab", "ptoEmi", "secuencial"].map((name) => textAt(info, name)).join("-"),
    registeredAt: now.toISOString(),
    total: textAt(infoOf(root), "importeTotal"),
    messages,
    xml: Buffer.from(source).toString("utf8"),
  };
}
