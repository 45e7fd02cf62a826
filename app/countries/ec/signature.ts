import type { BuiltDocument, SignedDocument, Signer } from "../pack";
import { signXades, type XadesProfile } from "../shared/xades";
import { XML_DECLARATION, type Xml } from "../shared/xml";
import { ROOT_ID } from "./built";

/** What SRI is known to accept in production (README, signature); whether it takes SHA-256 is not. */
const SRI: XadesProfile = {
  hash: "sha1",
  digestMethod: "http://www.w3.org/2000/09/xmldsig#sha1",
  signatureMethod: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
  description: "contenido comprobante",
};

const ECUADOR_OFFSET_MS = -5 * 60 * 60 * 1000;

/** Signs a document that was built here, of whatever type; the same document, signer and instant give the same bytes. */
export function signDocument(document: BuiltDocument, signer: Signer, signedAt: string): SignedDocument {
  const root = document.xml.slice(XML_DECLARATION.length + 1) as Xml;
  const signed = signXades({ root, rootId: ROOT_ID, idSuffix: document.accessKey, signingTime: inEcuador(signedAt), signer }, SRI);
  return { xml: `${XML_DECLARATION}\n${signed}`, accessKey: document.accessKey };
}

/** An instant as Ecuador's clock shows it, with its offset: "2026-11-23T11:09:16-05:00". There is no summer time. */
export const inEcuador = (instant: string): string =>
  `${new Date(Date.parse(instant) + ECUADOR_OFFSET_MS).toISOString().slice(0, 19)}-05:00`;
