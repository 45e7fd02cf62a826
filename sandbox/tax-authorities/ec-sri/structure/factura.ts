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
  RIMPE,
  sixDecimals,
  specialTaxpayer,
  taxCode,
} from "./blocks";
import { anyText, decimal, digits, line, matching, money, oneOf, type Facet } from "./facets";
import type { Shape } from "./shape";
import { signature } from "./signature-shape";

const country = digits(3);
const incoterm = matching(/[A-Z]{1,10}/);

const infoFactura: Shape = {
  fechaEmision: date,
  "dirEstablecimiento?": line(300),
  "contribuyenteEspecial?": specialTaxpayer,
  "obligadoContabilidad?": oneOf("SI", "NO"),
  "comercioExterior?": oneOf("EXPORTADOR"),
  "incoTermFactura?": incoterm,
  "lugarIncoTerm?": line(300),
  "paisOrigen?": country,
  "puertoEmbarque?": line(300),
  "puertoDestino?": line(300),
  "paisDestino?": country,
  "paisAdquisicion?": country,
  tipoIdentificacionComprador: identificationType,
  "guiaRemision?": documentNumber,
  razonSocialComprador: line(300),
  identificacionComprador: line(20),
  "direccionComprador?": line(300),
  totalSinImpuestos: money,
  "totalSubsidio?": money,
  "incoTermTotalSinImpuestos?": incoterm,
  totalDescuento: decimal(14, 2, { negative: true }),
  "codDocReembolso?": matching(/[0-9]{2,3}/),
  "totalComprobantesReembolso?": money,
  "totalBaseImponibleReembolso?": money,
  "totalImpuestoReembolso?": money,
  totalConImpuestos: {
    "totalImpuesto+": {
      codigo: taxCode,
      codigoPorcentaje: percentageCode,
      "descuentoAdicional?": decimal(14, 2, { negative: true }),
      baseImponible: money,
      "tarifa?": rate,
      valor: money,
      "valorDevolucionIva?": money,
    },
  },
  "compensaciones?": { "compensacion+": compensation },
  "propina?": money,
  "fleteInternacional?": money,
  "seguroInternacional?": money,
  "gastosAduaneros?": money,
  "gastosTransporteOtros?": money,
  importeTotal: money,
  "moneda?": line(15),
  "placa?": line(20),
  "pagos?": {
    "pago+": { formaPago: matching(/0[1-9]/, /1[0-9]/, /2[01]/), total: money, "plazo?": money, "unidadTiempo?": line(10) },
  },
  "valorRetIva?": money,
  "valorRetRenta?": money,
};

const detalle = (quantity: Facet): Shape => ({
  "codigoPrincipal?": line(25),
  "codigoAuxiliar?": line(25),
  descripcion: line(300),
  "unidadMedida?": line(50),
  cantidad: quantity,
  precioUnitario: quantity,
  "precioSinSubsidio?": quantity,
  descuento: money,
  precioTotalSinImpuesto: money,
  "detallesAdicionales?": { "detAdicional{1,3}": nameAndValue },
  impuestos: { "impuesto+": { codigo: taxCode, codigoPorcentaje: percentageCode, tarifa: rate, baseImponible: money, valor: money } },
});

const reembolsoDetalle: Shape = {
  tipoIdentificacionProveedorReembolso: identificationType,
  identificacionProveedorReembolso: line(20),
  "codPaisPagoProveedorReembolso?": country,
  tipoProveedorReembolso: matching(/0[12]/),
  codDocReembolso: matching(/[0-9]{2,3}/),
  estabDocReembolso: digits(3),
  ptoEmiDocReembolso: digits(3),
  secuencialDocReembolso: digits(9),
  fechaEmisionDocReembolso: date,
  numeroautorizacionDocReemb: matching(/[0-9]{10,49}/),
  detalleImpuestos: {
    "detalleImpuesto+": {
      codigo: taxCode,
      codigoPorcentaje: percentageCode,
      tarifa: rate,
      baseImponibleReembolso: money,
      impuestoReembolso: money,
    },
  },
  "compensacionesReembolso?": { "compensacionReembolso+": compensation },
};

/** What 2.x added: the invoice that stands in for a dispatch guide, and items collected for others. */
const addedByVersion2: Shape = {
  "infoSustitutivaGuiaRemision?": {
    dirPartida: line(300),
    dirDestinatario: line(300),
    fechaIniTransporte: date,
    fechaFinTransporte: date,
    razonSocialTransportista: line(300),
    tipoIdentificacionTransportista: identificationType,
    rucTransportista: line(20),
    placa: line(20),
    destinos: {
      "destino+": { motivoTraslado: line(300), "docAduaneroUnico?": line(64), "codEstabDestino?": digits(3), "ruta?": line(300) },
    },
  },
  "otrosRubrosTerceros?": { "rubro+": { concepto: line(300), total: money } },
};

function factura({ quantity, rimpe, added = {} }: { quantity: Facet; rimpe: Facet; added?: Shape }): Shape {
  return {
    "@id?": oneOf("comprobante"),
    "@version?": anyText,
    infoTributaria: infoTributaria(rimpe),
    infoFactura,
    detalles: { "detalle+": detalle(quantity) },
    "reembolsos?": { "reembolsoDetalle+": reembolsoDetalle },
    "retenciones?": {
      "retencion+": { codigo: matching(/4/), codigoPorcentaje: matching(/[0-9]{1,3}/), tarifa: decimal(5, 2), valor: money },
    },
    ...added,
    "tipoNegociable?": { correo: line(100) },
    "maquinaFiscal?": fiscalMachine,
    "infoAdicional?": additionalInfo,
    "ds:Signature?": signature,
  };
}

// x.1.0 has six decimals in quantities and unit prices where x.0.0 has two.
export const facturaByVersion: Readonly<Record<string, Shape>> = {
  "1.0.0": factura({ quantity: money, rimpe: RIMPE }),
  "1.1.0": factura({ quantity: sixDecimals, rimpe: RIMPE }),
  "2.0.0": factura({ quantity: money, rimpe: ANY_RIMPE, added: addedByVersion2 }),
  "2.1.0": factura({ quantity: sixDecimals, rimpe: ANY_RIMPE, added: addedByVersion2 }),
};
