import {
  additionalInfo,
  ANY_RIMPE,
  compensation,
  date,
  documentNumber,
  fiscalMachine,
  identificationType,
  infoTributaria,
  nameAndValue,
  percentageCode,
  rate,
  sixDecimals,
  specialTaxpayer,
  taxCode,
} from "./blocks";
import { digits, line, long, money, nameToken, oneOf } from "./facets";
import type { Shape } from "./shape";
import { signature } from "./signature-shape";

const infoNotaCredito: Shape = {
  fechaEmision: date,
  "dirEstablecimiento?": line(300),
  tipoIdentificacionComprador: identificationType,
  razonSocialComprador: line(300),
  identificacionComprador: line(20),
  "contribuyenteEspecial?": specialTaxpayer,
  "obligadoContabilidad?": oneOf("SI", "NO"),
  "rise?": long(40),
  codDocModificado: digits(2),
  numDocModificado: documentNumber,
  fechaEmisionDocSustento: date,
  totalSinImpuestos: money,
  "compensaciones?": { "compensacion+": compensation },
  valorModificacion: money,
  "moneda?": line(15),
  totalConImpuestos: {
    "totalImpuesto+": {
      codigo: taxCode,
      codigoPorcentaje: percentageCode,
      baseImponible: money,
      valor: money,
      "valorDevolucionIva?": money,
    },
  },
  motivo: line(300),
};

const detalle: Shape = {
  "codigoInterno?": line(25),
  "codigoAdicional?": line(25),
  descripcion: line(300),
  cantidad: sixDecimals,
  precioUnitario: sixDecimals,
  "descuento?": money,
  precioTotalSinImpuesto: money,
  "detallesAdicionales?": { "detAdicional{1,3}": nameAndValue },
  impuestos: { "impuesto*": { codigo: taxCode, codigoPorcentaje: percentageCode, "tarifa?": rate, baseImponible: money, valor: money } },
};

export const notaCreditoByVersion: Readonly<Record<string, Shape>> = {
  "1.1.0": {
    "@id": oneOf("comprobante"),
    "@version": nameToken,
    infoTributaria: infoTributaria(ANY_RIMPE),
    infoNotaCredito,
    detalles: { "detalle+": detalle },
    "maquinaFiscal?": fiscalMachine,
    "infoAdicional?": additionalInfo,
    "ds:Signature?": signature,
  },
};
