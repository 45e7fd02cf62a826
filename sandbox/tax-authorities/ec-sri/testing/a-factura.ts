import { checkDigit } from "../access-key";

export interface FacturaOptions {
  version?: string;
  ambiente?: string;
  ruc?: string;
  secuencial?: string;
  /** dd/mm/aaaa */
  issuedOn?: string;
  numericCode?: string;
  buyer?: { type: string; id: string; name: string };
  lines?: { quantity: string; unitPrice: string; discount: string; price: string; rate: string; tax: string; code: string }[];
  totals?: Partial<{ net: string; base: string; tax: string; total: string; paid: string }>;
  key?: string;
}

/** A factura that the authority authorises (one line, 100.00 + 15 %), with whatever a test wants to be different. */
export function aFactura(options: FacturaOptions = {}): string {
  const { version = "1.1.0", ambiente = "1", ruc = "1792060346001", secuencial = "000000123", issuedOn = "23/11/2026" } = options;
  const { buyer = { type: "05", id: "1714307103", name: "Ñandú &amp; Cía. &lt;S.A.&gt; &quot;La 'Esquina'&quot;" } } = options;
  const { lines = [{ quantity: "2", unitPrice: "50.00", discount: "0.00", price: "100.00", rate: "15.00", tax: "15.00", code: "4" }] } =
    options;
  const { net = "100.00", base = "100.00", tax = "15.00", total = "115.00", paid = total } = options.totals ?? {};
  const digits = `${issuedOn.replaceAll("/", "")}01${ruc}${ambiente}001001${secuencial}${options.numericCode ?? "12345678"}1`;
  const key = options.key ?? digits + checkDigit(digits);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<factura id="comprobante" version="${version}"><infoTributaria><ambiente>${ambiente}</ambiente>` +
    `<tipoEmision>1</tipoEmision><razonSocial>EMPRESA DE PRUEBA S.A.</razonSocial><ruc>${ruc}</ruc><claveAcceso>${key}</claveAcceso>` +
    `<codDoc>01</codDoc><estab>001</estab><ptoEmi>001</ptoEmi><secuencial>${secuencial}</secuencial><dirMatriz>Quito</dirMatriz></infoTributaria>` +
    `<infoFactura><fechaEmision>${issuedOn}</fechaEmision><tipoIdentificacionComprador>${buyer.type}</tipoIdentificacionComprador>` +
    `<razonSocialComprador>${buyer.name}</razonSocialComprador><identificacionComprador>${buyer.id}</identificacionComprador>` +
    `<totalSinImpuestos>${net}</totalSinImpuestos><totalDescuento>0.00</totalDescuento><totalConImpuestos><totalImpuesto><codigo>2</codigo>` +
    `<codigoPorcentaje>4</codigoPorcentaje><baseImponible>${base}</baseImponible><valor>${tax}</valor></totalImpuesto></totalConImpuestos>` +
    `<propina>0.00</propina><importeTotal>${total}</importeTotal><moneda>DOLAR</moneda><pagos><pago><formaPago>20</formaPago>` +
    `<total>${paid}</total></pago></pagos></infoFactura><detalles>${lines.map(detalle).join("")}</detalles></factura>`
  );
}

const detalle = ({ quantity, unitPrice, discount, price, rate, tax, code }: NonNullable<FacturaOptions["lines"]>[number]): string =>
  `<detalle><descripcion>Cajón</descripcion><cantidad>${quantity}</cantidad><precioUnitario>${unitPrice}</precioUnitario>` +
  `<descuento>${discount}</descuento><precioTotalSinImpuesto>${price}</precioTotalSinImpuesto><impuestos><impuesto><codigo>2</codigo>` +
  `<codigoPorcentaje>${code}</codigoPorcentaje><tarifa>${rate}</tarifa><baseImponible>${price}</baseImponible><valor>${tax}</valor>` +
  `</impuesto></impuestos></detalle>`;

/** The access key written in a document. */
export const keyOf = (xml: string): string => /<claveAcceso>(\d+)</.exec(xml)?.[1] ?? "";
