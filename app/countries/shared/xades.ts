import { hash, sign } from "node:crypto";
import type { Signer } from "../pack";
import { signerParts, type SignerParts } from "./signer-parts";
import { appendChild, element, textElement, type Attributes, type Xml } from "./xml";

const DS = "http://www.w3.org/2000/09/xmldsig#";
const ETSI = "http://uri.etsi.org/01903/v1.3.2#";
const C14N = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";

/** A country's choice of algorithms and words. */
export type XadesProfile = {
  hash: "sha1" | "sha256";
  digestMethod: string;
  signatureMethod: string;
  /** What SignedDataObjectProperties says about the document. */
  description: string;
};

export type XadesInput = {
  /** The document's root element; canonical, without namespaces of its own. */
  root: Xml;
  rootId: string;
  /** Makes the ids of the signature's parts; unique in the document, the same for the same document. */
  idSuffix: string;
  /** XML dateTime with its offset. */
  signingTime: string;
  signer: Signer;
};

/**
 * Enveloped XAdES-BES (XAdES 1.3.2) as the last child of the root. Nothing is parsed or canonicalised: what is written is canonical
 * already, so the digests are of the written strings. References, in order: SignedProperties, KeyInfo, the document.
 */
export function signXades(input: XadesInput, profile: XadesProfile): Xml {
  const id = (part: string) => `${part}-${input.idSuffix}`;
  const digest = (content: string) => hash(profile.hash, content, "base64");
  const signer = signerParts(input.signer);
  const keyInfo = subset("ds:KeyInfo", { Id: id("Certificate") }, signer.keyInfo);
  const properties = subset("etsi:SignedProperties", { Id: id("SignedProperties") }, [
    signatureProperties(input.signingTime, signer, profile),
    objectProperties(`#${id("Reference")}`, profile),
  ]);
  const signedInfo = subset("ds:SignedInfo", { Id: id("SignedInfo") }, [
    CANONICALIZATION,
    textElement("ds:SignatureMethod", "", { Algorithm: profile.signatureMethod }),
    reference({ URI: `#${id("SignedProperties")}`, Type: "http://uri.etsi.org/01903#SignedProperties" }, digest(properties.alone), profile),
    reference({ URI: `#${id("Certificate")}` }, digest(keyInfo.alone), profile),
    reference({ URI: `#${input.rootId}`, Id: id("Reference") }, digest(input.root), profile, [ENVELOPED]),
  ]);
  const value = sign(profile.hash, Buffer.from(signedInfo.alone), input.signer.privateKey).toString("base64");
  const signature = element(
    "ds:Signature",
    [
      signedInfo.inPlace,
      textElement("ds:SignatureValue", value, { Id: id("SignatureValue") }),
      keyInfo.inPlace,
      element("ds:Object", [element("etsi:QualifyingProperties", [properties.inPlace], { Target: `#${id("Signature")}` })], {
        Id: id("Object"),
      }),
    ],
    { ...NAMESPACES, Id: id("Signature") },
  );
  return appendChild(input.root, signature);
}

const NAMESPACES = { "xmlns:ds": DS, "xmlns:etsi": ETSI };
const CANONICALIZATION = textElement("ds:CanonicalizationMethod", "", { Algorithm: C14N });
const ENVELOPED = element("ds:Transforms", [textElement("ds:Transform", "", { Algorithm: `${DS}enveloped-signature` })]);

/** C14N of a part of a document repeats the namespaces in scope on it: what is digested is not quite what stands in the document. */
const subset = (name: string, attributes: Attributes, children: readonly Xml[]): { inPlace: Xml; alone: Xml } => ({
  inPlace: element(name, children, attributes),
  alone: element(name, children, { ...NAMESPACES, ...attributes }),
});

const digestParts = (value: string, profile: XadesProfile): Xml[] => [
  textElement("ds:DigestMethod", "", { Algorithm: profile.digestMethod }),
  textElement("ds:DigestValue", value),
];

const reference = (attributes: Attributes, digest: string, profile: XadesProfile, transforms: Xml[] = []): Xml =>
  element("ds:Reference", [...transforms, ...digestParts(digest, profile)], attributes);

const signatureProperties = (signingTime: string, { certificateDigest, issuerSerial }: SignerParts, profile: XadesProfile): Xml =>
  element("etsi:SignedSignatureProperties", [
    textElement("etsi:SigningTime", signingTime),
    element("etsi:SigningCertificate", [
      element("etsi:Cert", [element("etsi:CertDigest", digestParts(certificateDigest[profile.hash], profile)), issuerSerial]),
    ]),
  ]);

const objectProperties = (objectReference: string, profile: XadesProfile): Xml =>
  element("etsi:SignedDataObjectProperties", [
    element("etsi:DataObjectFormat", [textElement("etsi:Description", profile.description), textElement("etsi:MimeType", "text/xml")], {
      ObjectReference: objectReference,
    }),
  ]);
