import type { SaleOrder } from "~/domain/order/order";
import type { Problem } from "../pack";

/** What an export's factura states beyond a sale at home (XSD, comercioExterior), and no Shopify order knows. */
const EXPORT_FIELDS = ["incoTermFactura", "lugarIncoTerm", "puertoEmbarque", "puertoDestino", "paisAdquisicion"];

/** `export_not_supported` { country, missing } for goods that leave the country; null for what stays or isn't shipped. */
export function exportProblem({ lines, shippingAddress }: Pick<SaleOrder, "lines" | "shippingAddress">): Problem | null {
  const country = shippingAddress?.countryCode ?? "EC";
  const isShipped = lines.some((line) => line.requiresShipping && line.quantity > 0);
  if (country === "EC" || !isShipped) return null;
  return { code: "export_not_supported", params: { country, missing: EXPORT_FIELDS.join(", ") } };
}
