import { differences } from "./amounts";
import { creditedInvoice, creditMessages } from "./credit";
import type { Message } from "./messages";
import { buyerMessages, carrierMessages } from "./parties";
import type { Register, Registered } from "./register";
import { facturaByVersion } from "./structure/factura";
import { guiaRemisionByVersion } from "./structure/guia-remision";
import { notaCreditoByVersion } from "./structure/nota-credito";
import type { Shape } from "./structure/shape";
import { child, textAt, type Element } from "./xml";

export interface DocumentType {
  /** The root element. */
  name: string;
  codDoc: string;
  byVersion: Readonly<Record<string, Shape>>;
  /** dd/mm/aaaa */
  issuedOn(document: Element): string;
  /** Of a document about money. */
  total(document: Element): string | null;
  /** The invoice that this document credits. */
  modified(document: Element, register: Register): Registered | undefined;
  /** What authorisation finds, the signature apart. */
  messages(document: Element, register: Register): Message[];
}

const TYPES: readonly DocumentType[] = [
  {
    name: "factura",
    codDoc: "01",
    byVersion: facturaByVersion,
    issuedOn: (document) => textAt(document, "infoFactura", "fechaEmision"),
    total: (document) => textAt(document, "infoFactura", "importeTotal"),
    modified: () => undefined,
    messages: (document) => [
      ...differences(document),
      ...buyerMessages(child(document, "infoFactura")),
      ...carrierMessages(child(document, "infoSustitutivaGuiaRemision")),
    ],
  },
  {
    name: "notaCredito",
    codDoc: "04",
    byVersion: notaCreditoByVersion,
    issuedOn: (document) => textAt(document, "infoNotaCredito", "fechaEmision"),
    total: (document) => textAt(document, "infoNotaCredito", "valorModificacion"),
    modified: creditedInvoice,
    messages: (document, register) => [
      ...differences(document),
      ...buyerMessages(child(document, "infoNotaCredito")),
      ...creditMessages(document, creditedInvoice(document, register), register),
    ],
  },
  {
    name: "guiaRemision",
    codDoc: "06",
    byVersion: guiaRemisionByVersion,
    // Its schema has no date of issue: only the access key states one.
    issuedOn: (document) => textAt(document, "infoTributaria", "claveAcceso").replace(/^(..)(..)(....).*$/, "$1/$2/$3"),
    total: () => null,
    modified: () => undefined,
    messages: (document) => carrierMessages(child(document, "infoGuiaRemision")),
  },
];

export const typeNamed = (root: string): DocumentType | undefined => TYPES.find(({ name }) => name === root);

/** The root element's name of the document that a key stands for. */
export const typeOfKey = (accessKey: string): string =>
  TYPES.find(({ codDoc }) => codDoc === accessKey.slice(8, 10))?.name ?? accessKey.slice(8, 10);
