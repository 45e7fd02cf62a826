import type { ReadXml } from "../shared/read-xml";

/** A labelled text in a row; `share` of the row's width. */
export type BandField = { label: string; value: string; share: number };
/** A frame over the page's width, with rows of fields. */
export type Band = BandField[][];

const DOCUMENT_NAMES: Readonly<Record<string, string>> = { "01": "FACTURA", "04": "NOTA DE CRÉDITO", "06": "GUÍA DE REMISIÓN" };

/** What stands between header and table, by the document's type. */
export function bandsOf(root: ReadXml): Band[] {
  const [factura] = root.all("infoFactura");
  const [credit] = root.all("infoNotaCredito");
  if (factura) return [buyerBand(factura), ...root.all("infoSustitutivaGuiaRemision").map(insteadOfGuideBand)];
  if (credit) return [creditBand(credit)];
  return root.all("infoGuiaRemision").map(guideBand);
}

const reader =
  (node: ReadXml) =>
  (label: string, name: string, share: number): BandField => ({
    label,
    value: node.text(name) ?? "",
    share,
  });

/** Rows without a text in them are left out. */
const filled = (band: Band): Band => band.filter((row) => row.some((field) => field.value !== ""));

function buyerBand(info: ReadXml): Band {
  const field = reader(info);
  return [
    [field("Razón Social / Nombres y Apellidos", "razonSocialComprador", 0.68), field("Identificación", "identificacionComprador", 0.32)],
    [
      field("Dirección", "direccionComprador", 0.44),
      field("Guía Remisión", "guiaRemision", 0.24),
      field("Fecha Emisión", "fechaEmision", 0.32),
    ],
  ];
}

function creditBand(info: ReadXml): Band {
  const field = reader(info);
  const modified = field("Comprobante que se modifica", "numDocModificado", 0.38);
  const type = DOCUMENT_NAMES[info.text("codDocModificado") ?? ""] ?? "";
  return [
    [field("Razón Social / Nombres y Apellidos", "razonSocialComprador", 0.68), field("Identificación", "identificacionComprador", 0.32)],
    [
      { ...modified, value: `${type} ${modified.value}` },
      field("Fecha Emisión (Comprobante a modificar)", "fechaEmisionDocSustento", 0.3),
      field("Fecha Emisión", "fechaEmision", 0.32),
    ],
    [field("Razón de Modificación", "motivo", 1)],
  ];
}

function carrierRows(info: ReadXml): Band {
  const field = reader(info);
  return [
    [
      field("Razón Social / Nombres y Apellidos (Transportista)", "razonSocialTransportista", 0.44),
      field("Identificación (Transportista)", "rucTransportista", 0.24),
      field("Placa", "placa", 0.32),
    ],
    [
      field("Punto de Partida", "dirPartida", 0.44),
      field("Fecha inicio Transporte", "fechaIniTransporte", 0.24),
      field("Fecha fin Transporte", "fechaFinTransporte", 0.32),
    ],
  ];
}

const guideBand = (info: ReadXml): Band => carrierRows(info);

function insteadOfGuideBand(info: ReadXml): Band {
  const destinations = info.all("destino").map((destination): BandField[] => {
    const field = reader(destination);
    return [field("Motivo Traslado", "motivoTraslado", 0.44), field("Ruta", "ruta", 0.56)];
  });
  return filled([...carrierRows(info), [reader(info)("Destino (Punto de llegada)", "dirDestinatario", 1)], ...destinations]);
}

/** Whom the goods of a guide are for, and by which document. */
export function recipientBand(recipient: ReadXml): Band {
  const field = reader(recipient);
  const support = field("Comprobante de Venta", "numDocSustento", 0.44);
  const type = DOCUMENT_NAMES[recipient.text("codDocSustento") ?? ""] ?? "";
  return filled([
    [
      field("Razón Social / Nombres y Apellidos (Destinatario)", "razonSocialDestinatario", 0.68),
      field("Identificación (Destinatario)", "identificacionDestinatario", 0.32),
    ],
    [field("Destino (Punto de llegada)", "dirDestinatario", 0.68), field("Motivo Traslado", "motivoTraslado", 0.32)],
    [field("Ruta", "ruta", 1)],
    [
      { ...support, value: support.value === "" ? "" : `${type} ${support.value}`, share: 0.34 },
      field("Fecha de Emisión", "fechaEmisionDocSustento", 0.16),
      field("Número de Autorización", "numAutDocSustento", 0.5),
    ],
  ]);
}
