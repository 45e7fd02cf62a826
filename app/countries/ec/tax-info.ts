import type { DocumentHead, Issuer } from "~/domain/document/document";
import { oneLine } from "../shared/text";
import { element, optionalElement, textElement, type Xml } from "../shared/xml";
import { ambiente, DOCUMENT_CODES, secuencial } from "./access-key";

/** The longest text SRI's schemas take. */
export const LONG = 300;

/** infoTributaria, the same in every document. */
export function taxInfo({ issuer, series, sequence }: DocumentHead, key: string): Xml {
  return element("infoTributaria", [
    textElement("ambiente", ambiente(series.environment)),
    textElement("tipoEmision", "1"),
    textElement("razonSocial", oneLine(issuer.legalName, LONG)),
    optionalElement("nombreComercial", oneLine(issuer.tradeName, LONG)),
    textElement("ruc", issuer.taxId),
    textElement("claveAcceso", key),
    textElement("codDoc", DOCUMENT_CODES[series.documentType]),
    textElement("estab", series.establishment),
    textElement("ptoEmi", series.emissionPoint),
    textElement("secuencial", secuencial(sequence)),
    textElement("dirMatriz", oneLine(issuer.mainAddress, LONG)),
    optionalElement("agenteRetencion", issuer.withholdingAgent),
    optionalElement("contribuyenteRimpe", RIMPE[issuer.rimpe]),
  ]);
}

const RIMPE: Record<Issuer["rimpe"], string | null> = {
  none: null,
  rimpe: "CONTRIBUYENTE RÉGIMEN RIMPE",
  negocio_popular: "CONTRIBUYENTE NEGOCIO POPULAR - RÉGIMEN RIMPE",
};

export const establishmentAddress = (issuer: Issuer): Xml | null =>
  optionalElement("dirEstablecimiento", oneLine(issuer.establishmentAddress, LONG));
export const specialTaxpayer = (issuer: Issuer): Xml | null => optionalElement("contribuyenteEspecial", issuer.specialTaxpayer);
export const keepsAccounts = (issuer: Issuer): Xml => textElement("obligadoContabilidad", issuer.keepsAccounts ? "SI" : "NO");

/** "23/11/2026" for 2026-11-23. */
export const fecha = (day: string): string => day.split("-").reverse().join("/");
