import { checkDigit } from "../access-key";

export interface HeadOptions {
  ambiente?: string;
  ruc?: string;
  secuencial?: string;
  /** dd/mm/aaaa */
  issuedOn?: string;
  numericCode?: string;
  key?: string;
}

/** The infoTributaria of a document of this kind, with the access key that belongs to it or the given one. */
export function head(codDoc: string, options: HeadOptions): string {
  const { ambiente = "1", ruc = "1792060346001", secuencial = "000000123", issuedOn = "23/11/2026", numericCode = "12345678" } = options;
  const digits = `${issuedOn.replaceAll("/", "")}${codDoc}${ruc}${ambiente}001001${secuencial}${numericCode}1`;
  return (
    `<infoTributaria><ambiente>${ambiente}</ambiente><tipoEmision>1</tipoEmision><razonSocial>EMPRESA DE PRUEBA S.A.</razonSocial>` +
    `<ruc>${ruc}</ruc><claveAcceso>${options.key ?? digits + checkDigit(digits)}</claveAcceso><codDoc>${codDoc}</codDoc><estab>001</estab>` +
    `<ptoEmi>001</ptoEmi><secuencial>${secuencial}</secuencial><dirMatriz>Quito</dirMatriz></infoTributaria>`
  );
}

/** The access key written in a document. */
export const keyOf = (xml: string): string => /<claveAcceso>(\d+)</.exec(xml)?.[1] ?? "";
