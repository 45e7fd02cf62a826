import {
  additionalInfo,
  ANY_RIMPE,
  date,
  documentNumber,
  fiscalMachine,
  identificationType,
  infoTributaria,
  nameAndValue,
  sixDecimals,
  specialTaxpayer,
} from "./blocks";
import { digits, line, long, matching, nameToken, oneOf } from "./facets";
import type { Shape } from "./shape";
import { signature } from "./signature-shape";

const infoGuiaRemision: Shape = {
  "dirEstablecimiento?": line(300),
  dirPartida: line(300),
  razonSocialTransportista: line(300),
  tipoIdentificacionTransportista: identificationType,
  rucTransportista: line(20),
  "rise?": long(40),
  "obligadoContabilidad?": oneOf("SI", "NO"),
  "contribuyenteEspecial?": specialTaxpayer,
  fechaIniTransporte: date,
  fechaFinTransporte: date,
  placa: line(20),
};

const destinatario: Shape = {
  identificacionDestinatario: line(20),
  razonSocialDestinatario: line(300),
  dirDestinatario: line(300),
  motivoTraslado: line(300),
  "docAduaneroUnico?": line(20),
  "codEstabDestino?": digits(3),
  "ruta?": line(300),
  "codDocSustento?": digits(2),
  "numDocSustento?": documentNumber,
  "numAutDocSustento?": matching(/[0-9]{10,49}/),
  "fechaEmisionDocSustento?": date,
  detalles: {
    "detalle+": {
      "codigoInterno?": line(25),
      "codigoAdicional?": line(25),
      descripcion: line(300),
      cantidad: sixDecimals,
      "detallesAdicionales?": { "detAdicional{0,3}": nameAndValue },
    },
  },
};

export const guiaRemisionByVersion: Readonly<Record<string, Shape>> = {
  "1.1.0": {
    "@id": oneOf("comprobante"),
    "@version": nameToken,
    infoTributaria: infoTributaria(ANY_RIMPE),
    infoGuiaRemision,
    destinatarios: { "destinatario+": destinatario },
    "maquinaFiscal?": fiscalMachine,
    "infoAdicional?": additionalInfo,
    "ds:Signature?": signature,
  },
};
