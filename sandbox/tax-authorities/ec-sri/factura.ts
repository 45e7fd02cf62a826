import { anyText, decimal, digits, line, long, matching, money, oneOf, type Facet } from "./facets";
import type { Shape } from "./shape";
import { signature } from "./signature-shape";

const date = matching(/(0[1-9]|[12][0-9]|3[01])\/(0[1-9]|1[012])\/20[0-9][0-9]/);
const identificationType = matching(/0[4-8]/);
const rate = decimal(4, 2);
const taxCode = matching(/[235]/);
const percentageCode = matching(/[0-9]{1,4}/);
const country = digits(3);
const incoterm = matching(/[A-Z]{1,10}/);
const nameAndValue: Shape = { "@nombre": long(300), "@valor": long(300) };
const compensation: Shape = { codigo: matching(/1/), tarifa: rate, valor: money };

const infoTributaria: Shape = {
  ambiente: matching(/[12]/),
  tipoEmision: matching(/[12]/),
  razonSocial: line(300),
  "nombreComercial?": line(300),
  ruc: matching(/[0-9]{10}001/),
  claveAcceso: digits(49),
  codDoc: digits(2),
  estab: digits(3),
  ptoEmi: digits(3),
  secuencial: digits(9),
  dirMatriz: line(300),
  "agenteRetencion?": matching(/[0-9]{1,8}/),
  "contribuyenteRimpe?": matching(/CONTRIBUYENTE RÉGIMEN RIMPE/),
};

const infoFactura: Shape = {
  fechaEmision: date,
  "dirEstablecimiento?": line(300),
  "contribuyenteEspecial?": matching(/[A-Za-z0-9]{3,13}/),
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
  "guiaRemision?": matching(/[0-9]{3}-[0-9]{3}-[0-9]{9}/),
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
  "detallesAdicionales?": { "detAdicional{3}": nameAndValue },
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

function factura(quantity: Facet, added: Shape): Shape {
  return {
    "@id?": oneOf("comprobante"),
    "@version?": anyText,
    infoTributaria,
    infoFactura,
    detalles: { "detalle+": detalle(quantity) },
    "reembolsos?": { "reembolsoDetalle+": reembolsoDetalle },
    "retenciones?": {
      "retencion+": { codigo: matching(/4/), codigoPorcentaje: matching(/[0-9]{1,3}/), tarifa: decimal(5, 2), valor: money },
    },
    ...added,
    "tipoNegociable?": { correo: line(100) },
    "maquinaFiscal?": { marca: line(30), modelo: line(30), serie: line(30) },
    "infoAdicional?": { "campoAdicional{15}": { "@nombre": long(300), "#text": long(300) } },
    "ds:Signature?": signature,
  };
}

// x.1.0 has six decimals in quantities and unit prices where x.0.0 has two.
const sixDecimals = decimal(18, 6);

export const facturaByVersion: Readonly<Record<string, Shape>> = {
  "1.0.0": factura(money, {}),
  "1.1.0": factura(sixDecimals, {}),
  "2.0.0": factura(money, addedByVersion2),
  "2.1.0": factura(sixDecimals, addedByVersion2),
};
