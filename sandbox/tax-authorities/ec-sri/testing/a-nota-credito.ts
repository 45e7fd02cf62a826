import { head, type HeadOptions } from "./head";

export interface NotaCreditoOptions extends HeadOptions {
  /** The invoice it modifies: that of `aFactura()` unless told otherwise. */
  modified?: Partial<{ type: string; number: string; issuedOn: string }>;
  buyer?: { type: string; id: string };
  /** One line at 15 %. */
  amounts?: { net: string; tax: string; total: string };
}

/** A nota de crédito over all of `aFactura()`, with whatever a test wants to be different. */
export function aNotaCredito(options: NotaCreditoOptions = {}): string {
  const { issuedOn = "23/11/2026", buyer = { type: "05", id: "1714307103" } } = options;
  const { net, tax, total } = options.amounts ?? { net: "100.00", tax: "15.00", total: "115.00" };
  const modified = { type: "01", number: "001-001-000000123", issuedOn: "23/11/2026", ...options.modified };
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<notaCredito id="comprobante" version="1.1.0">${head("04", options)}` +
    `<infoNotaCredito><fechaEmision>${issuedOn}</fechaEmision><tipoIdentificacionComprador>${buyer.type}</tipoIdentificacionComprador>` +
    `<razonSocialComprador>Ñandú</razonSocialComprador><identificacionComprador>${buyer.id}</identificacionComprador>` +
    `<codDocModificado>${modified.type}</codDocModificado><numDocModificado>${modified.number}</numDocModificado>` +
    `<fechaEmisionDocSustento>${modified.issuedOn}</fechaEmisionDocSustento><totalSinImpuestos>${net}</totalSinImpuestos>` +
    `<valorModificacion>${total}</valorModificacion><moneda>DOLAR</moneda><totalConImpuestos><totalImpuesto><codigo>2</codigo>` +
    `<codigoPorcentaje>4</codigoPorcentaje><baseImponible>${net}</baseImponible><valor>${tax}</valor></totalImpuesto></totalConImpuestos>` +
    `<motivo>Devolución</motivo></infoNotaCredito><detalles><detalle><descripcion>Cajón</descripcion><cantidad>1</cantidad>` +
    `<precioUnitario>${net}</precioUnitario><precioTotalSinImpuesto>${net}</precioTotalSinImpuesto><impuestos><impuesto><codigo>2</codigo>` +
    `<codigoPorcentaje>4</codigoPorcentaje><tarifa>15.00</tarifa><baseImponible>${net}</baseImponible><valor>${tax}</valor></impuesto>` +
    `</impuestos></detalle></detalles></notaCredito>`
  );
}
