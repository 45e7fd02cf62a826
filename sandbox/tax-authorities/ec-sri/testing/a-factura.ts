import { head, type HeadOptions } from "./head";

export interface FacturaOptions extends HeadOptions {
  version?: string;
  buyer?: { type: string; id: string; name: string };
  lines?: { quantity: string; unitPrice: string; discount: string; price: string; rate: string; tax: string; code: string }[];
  totals?: Partial<{ net: string; base: string; tax: string; total: string; paid: string }>;
  /** What follows the lines. */
  added?: string;
}

/** A factura that the authority authorises (one line, 100.00 + 15 %), with whatever a test wants to be different. */
export function aFactura(options: FacturaOptions = {}): string {
  const { version = "1.1.0", issuedOn = "23/11/2026", added = "" } = options;
  const { buyer = { type: "05", id: "1714307103", name: "Ñandú &amp; Cía. &lt;S.A.&gt; &quot;La 'Esquina'&quot;" } } = options;
  const { lines = [{ quantity: "2", unitPrice: "50.00", discount: "0.00", price: "100.00", rate: "15.00", tax: "15.00", code: "4" }] } =
    options;
  const { net = "100.00", base = "100.00", tax = "15.00", total = "115.00", paid = total } = options.totals ?? {};
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<factura id="comprobante" version="${version}">${head("01", options)}` +
    `<infoFactura><fechaEmision>${issuedOn}</fechaEmision><tipoIdentificacionComprador>${buyer.type}</tipoIdentificacionComprador>` +
    `<razonSocialComprador>${buyer.name}</razonSocialComprador><identificacionComprador>${buyer.id}</identificacionComprador>` +
    `<totalSinImpuestos>${net}</totalSinImpuestos><totalDescuento>0.00</totalDescuento><totalConImpuestos><totalImpuesto><codigo>2</codigo>` +
    `<codigoPorcentaje>4</codigoPorcentaje><baseImponible>${base}</baseImponible><valor>${tax}</valor></totalImpuesto></totalConImpuestos>` +
    `<propina>0.00</propina><importeTotal>${total}</importeTotal><moneda>DOLAR</moneda><pagos><pago><formaPago>20</formaPago>` +
    `<total>${paid}</total></pago></pagos></infoFactura><detalles>${lines.map(detalle).join("")}</detalles>${added}</factura>`
  );
}

const detalle = ({ quantity, unitPrice, discount, price, rate, tax, code }: NonNullable<FacturaOptions["lines"]>[number]): string =>
  `<detalle><descripcion>Cajón</descripcion><cantidad>${quantity}</cantidad><precioUnitario>${unitPrice}</precioUnitario>` +
  `<descuento>${discount}</descuento><precioTotalSinImpuesto>${price}</precioTotalSinImpuesto><impuestos><impuesto><codigo>2</codigo>` +
  `<codigoPorcentaje>${code}</codigoPorcentaje><tarifa>${rate}</tarifa><baseImponible>${price}</baseImponible><valor>${tax}</valor>` +
  `</impuesto></impuestos></detalle>`;
