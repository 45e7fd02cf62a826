import { decimal, digits, line, long, matching, money, type Facet } from "./facets";
import type { Shape } from "./shape";

// What the schemas of several documents have in common.
export const date = matching(/(0[1-9]|[12][0-9]|3[01])\/(0[1-9]|1[012])\/20[0-9][0-9]/);
export const documentNumber = matching(/[0-9]{3}-[0-9]{3}-[0-9]{9}/);
export const identificationType = matching(/0[4-8]/);
export const specialTaxpayer = matching(/[A-Za-z0-9]{3,13}/);
export const rate = decimal(4, 2);
export const taxCode = matching(/[235]/);
export const percentageCode = matching(/[0-9]{1,4}/);
export const sixDecimals = decimal(18, 6);

/** Schemas since 2022 name small traders too; that of the factura 1.1.0 does not. */
export const RIMPE = matching(/CONTRIBUYENTE RÉGIMEN RIMPE/);
export const ANY_RIMPE = matching(/CONTRIBUYENTE (NEGOCIO POPULAR - )?RÉGIMEN RIMPE/);

export const infoTributaria = (rimpe: Facet): Shape => ({
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
  "contribuyenteRimpe?": rimpe,
});

export const compensation: Shape = { codigo: matching(/1/), tarifa: rate, valor: money };
export const nameAndValue: Shape = { "@nombre": long(300), "@valor": long(300) };
export const fiscalMachine: Shape = { marca: line(30), modelo: line(30), serie: line(30) };
export const additionalInfo: Shape = { "campoAdicional{1,15}": { "@nombre": long(300), "#text": long(300) } };
