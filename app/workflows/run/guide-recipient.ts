import type { CountryPack } from "~/countries/pack";
import type { Recipient } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";
import type { OrderLine, SaleOrder } from "~/domain/order/order";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, OrderRecord } from "~/ports/records";

/** To whom a delivery's goods go, with what, and under which invoice where one is authorised already. `address` "": the order has none. */
export function recipientOf(
  pack: CountryPack,
  { order, delivery }: { order: OrderRecord; delivery: Pick<DeliveryRecord, "lines"> },
  invoice: DocumentRecord | null,
): Recipient {
  const { sale } = order;
  const { idNumber, legalName } = whom(pack, order);
  return {
    idNumber,
    legalName,
    address: addressLine(sale.shippingAddress) ?? "",
    motive: "Venta",
    route: null,
    support: supportOf(invoice),
    lines: goesAlong(sale, delivery.lines).map(({ id, sku, title, quantity }) => ({
      code: sku?.trim() || id.split("/").at(-1)!,
      description: title,
      quantity,
    })),
  };
}

/** The invoice under which goods move, once it is authorised. */
export const supportOf = (invoice: DocumentRecord | null): Recipient["support"] =>
  invoice?.authorisationNumber
    ? {
        documentType: "invoice",
        number: invoice.number!,
        authorisation: invoice.authorisationNumber,
        issueDate: invoice.issueDate!,
      }
    : null;

/** Its own units; all that is to be brought where Shopify has not said what goes by which way. */
function goesAlong({ lines }: SaleOrder, units: DeliveryRecord["lines"]): OrderLine[] {
  const goods = lines.filter(({ requiresShipping, quantity }) => requiresShipping && quantity > 0);
  if (units.length === 0) return goods;
  return goods.flatMap((line) => {
    const own = units.find(({ lineId }) => lineId === line.id);
    return own ? [{ ...line, quantity: Math.min(own.quantity, line.quantity) }] : [];
  });
}

/** A guide sells nothing, so the limit for final consumers doesn't bind it; wrong fiscal data hold the invoice later, not the goods. */
function whom(pack: CountryPack, { sale, fiscalData }: OrderRecord): { idNumber: string; legalName: string } {
  const facts = { totalMinor: 0, fallbackEmail: null, address: null, phone: null };
  const known = pack.buyer({ ...facts, fiscalData: fiscalData ?? sale.fiscalData });
  const buyer = known.ok ? known : pack.buyer({ ...facts, fiscalData: null });
  if (!buyer.ok) throw new Error(`a final consumer was refused: ${buyer.problem.code}`);
  return buyer.value;
}
