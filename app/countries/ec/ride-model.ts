import type { Authorisation } from "../pack";
import { readXml, type ReadXml } from "../shared/read-xml";
import { documentNumber } from "./access-key";
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

/** Everything the print shows, as texts. Spanish only: it is the representation SRI prescribes (ficha técnica, anexo 2). */
export type Ride = {
  issuer: { legalName: string; tradeName: string | null; facts: RideRow[]; legends: string[] };
  document: { taxId: string; number: string; authorisation: string; authorisedAt: string; environment: string; accessKey: string };
  buyer: { name: string; id: string; issueDate: string; address: string; guide: string };
  details: RideDetail[];
  additional: RideRow[];
  payments: { name: string; total: string; term: string; unit: string }[];
  totals: RideRow[];
  signedAt: string;
};

/** Reads the print's content from the signed document itself, so that it can't say anything else. Throws when it is no factura. */
export function readRide(signedXml: string, authorisation: Authorisation | null): Ride {
  return readXml(signedXml, (root) => {
    const value = (name: string) => root.text(name) ?? "";
    const series = { documentType: "invoice", establishment: value("estab"), emissionPoint: value("ptoEmi"), environment: "test" } as const;
    return {
      issuer: readIssuer(root),
      document: {
        taxId: value("ruc"),
        number: documentNumber(series, Number(value("secuencial"))),
        // Offline scheme: the access key is the authorisation number.
        authorisation: authorisation?.number ?? value("claveAcceso"),
        authorisedAt: authorisation ? dayAndTime(authorisation.at) : "PENDIENTE",
        environment: value("ambiente") === "2" ? "PRODUCCIÓN" : "PRUEBAS",
        accessKey: value("claveAcceso"),
      },
      buyer: {
        name: value("razonSocialComprador"),
        id: value("identificacionComprador"),
        issueDate: value("fechaEmision"),
        address: value("direccionComprador"),
        guide: value("guiaRemision"),
      },
      details: root.all("detalle").map(readDetail),
      additional: root.all("campoAdicional").map((field) => ({ label: field.attribute("nombre") ?? "", value: field.content })),
      payments: root.all("pago").map(readPayment),
      totals: subtotals(root),
      signedAt: value("SigningTime"),
    };
  });
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
  const value = (name: string) => node.text(name) ?? "";
  return {
    code: value("codigoPrincipal"),
    auxiliaryCode: value("codigoAuxiliar"),
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
