import type { Authorisation } from "../pack";
import { readXml, type ReadXml } from "../shared/read-xml";
import { documentNumber } from "./access-key";
import { bandsOf, recipientBand, type Band } from "./ride-bands";
import { PAYMENT_NAMES } from "./payment";
import { inEcuador } from "./signature";
import { subtotals } from "./ride-subtotals";

export type RideRow = { label: string; value: string };
export type RideDetail = {
  code: string;
  auxiliaryCode: string;
  quantity: string;
  description: string;
  extra: string;
  unitPrice: string;
  discount: string;
  total: string;
};
/** `priced`: whether its lines have prices; a guide's haven't. `band`: whom its goods are for, where there are several. */
export type RideTable = { band: Band | null; priced: boolean; details: RideDetail[] };

/** Everything the print shows, as texts. Spanish only: it is the representation SRI prescribes (ficha técnica, anexo 2). */
export type Ride = {
  /** "Nota de crédito"; the box in the header spells it out in capitals. */
  name: string;
  issuer: { legalName: string; tradeName: string | null; facts: RideRow[]; legends: string[] };
  document: { taxId: string; number: string; authorisation: string; authorisedAt: string; environment: string; accessKey: string };
  bands: Band[];
  tables: RideTable[];
  additional: RideRow[];
  payments: { name: string; total: string; term: string; unit: string }[];
  totals: RideRow[];
  signedAt: string;
};

const NAMES: Readonly<Record<string, string>> = { "01": "Factura", "04": "Nota de crédito", "06": "Guía de remisión" };

/** Reads the print's content from the signed document itself, so that it can't say anything else. Throws RangeError for a document we don't write. */
export function readRide(signedXml: string, authorisation: Authorisation | null): Ride {
  return readXml(signedXml, (root) => {
    const value = (tag: string) => root.text(tag) ?? "";
    const name = NAMES[value("codDoc")];
    if (!name) throw new RangeError(`there is no print for a document of type ${value("codDoc")}`);
    const recipients = root.all("destinatario");
    return {
      name,
      issuer: readIssuer(root),
      document: readDocument(root, authorisation),
      bands: bandsOf(root),
      tables:
        recipients.length > 0
          ? recipients.map((recipient) => ({
              band: recipientBand(recipient),
              priced: false,
              details: recipient.all("detalle").map(readDetail),
            }))
          : [{ band: null, priced: true, details: root.all("detalle").map(readDetail) }],
      additional: root.all("campoAdicional").map((field) => ({ label: field.attribute("nombre") ?? "", value: field.content })),
      payments: root.all("pago").map(readPayment),
      totals: recipients.length > 0 ? [] : subtotals(root),
      signedAt: value("SigningTime"),
    };
  });
}

function readDocument(root: ReadXml, authorisation: Authorisation | null): Ride["document"] {
  const value = (tag: string) => root.text(tag) ?? "";
  const series = { documentType: "invoice", establishment: value("estab"), emissionPoint: value("ptoEmi"), environment: "test" } as const;
  return {
    taxId: value("ruc"),
    number: documentNumber(series, Number(value("secuencial"))),
    // Offline scheme: the access key is the authorisation number.
    authorisation: authorisation?.number ?? value("claveAcceso"),
    authorisedAt: authorisation ? dayAndTime(authorisation.at) : "PENDIENTE",
    environment: value("ambiente") === "2" ? "PRODUCCIÓN" : "PRUEBAS",
    accessKey: value("claveAcceso"),
  };
}

/** "23/11/2026 11:10:12", in Ecuador's time. */
function dayAndTime(instant: string): string {
  const [day = "", time = ""] = inEcuador(instant).slice(0, 19).split("T");
  return `${day.split("-").reverse().join("/")} ${time}`;
}

function readIssuer(root: ReadXml): Ride["issuer"] {
  const rows: [string, string][] = [
    ["Dirección Matriz", "dirMatriz"],
    ["Dirección Sucursal", "dirEstablecimiento"],
    ["Contribuyente Especial Nro.", "contribuyenteEspecial"],
    ["OBLIGADO A LLEVAR CONTABILIDAD", "obligadoContabilidad"],
  ];
  const agent = root.text("agenteRetencion");
  const rimpe = root.text("contribuyenteRimpe");
  return {
    legalName: root.text("razonSocial") ?? "",
    tradeName: root.text("nombreComercial"),
    facts: rows.flatMap(([label, name]) => (root.text(name) ? [{ label, value: root.text(name) ?? "" }] : [])),
    legends: [...(agent ? [`Agente de Retención Resolución No. ${agent}`] : []), ...(rimpe ? [rimpe] : [])],
  };
}

function readDetail(node: ReadXml): RideDetail {
  const value = (...names: string[]) => names.map((name) => node.text(name)).find((text) => text !== null) ?? "";
  return {
    code: value("codigoPrincipal", "codigoInterno"),
    auxiliaryCode: value("codigoAuxiliar", "codigoAdicional"),
    quantity: value("cantidad"),
    description: value("descripcion"),
    extra: node
      .all("detAdicional")
      .map((extra) => extra.attribute("valor") ?? "")
      .join(" · "),
    unitPrice: value("precioUnitario"),
    discount: value("descuento"),
    total: value("precioTotalSinImpuesto"),
  };
}

function readPayment(node: ReadXml): Ride["payments"][number] {
  const code = node.text("formaPago") ?? "";
  return {
    name: `${code} - ${PAYMENT_NAMES[code] ?? ""}`,
    total: node.text("total") ?? "",
    term: node.text("plazo") ?? "",
    unit: node.text("unidadTiempo") ?? "",
  };
}
