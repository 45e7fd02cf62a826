import type { CountryPack } from "~/countries/pack";
import { accompanied, transportOnInvoice } from "~/domain/dispatch/on-invoice";
import type { InvoiceInput, Issuer } from "~/domain/document/document";
import type { OrderRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import type { DeliveryShare } from "./delivery-share";
import { fiscalZone } from "./fiscal-zone";
import { locationOfOrder } from "./location-of-order";

type Invoice = { share: DeliveryShare | null; issuer: Issuer; issueDate: string };

/** The way of an invoice's goods, where the shop wants its invoices to stand in for guides and this one can. */
export async function transportOf(
  s: ShopStore,
  pack: CountryPack,
  { id, sale }: OrderRecord,
  { share, issuer, issueDate }: Invoice,
): Promise<InvoiceInput["transport"]> {
  if (!(await s.shop()).invoiceIsGuide) return null;
  const delivery = accompanied(share ? [share.delivery].filter((one) => one !== null) : await s.deliveriesOfOrder(id));
  const courier = delivery && (await s.couriers()).find((one) => one.id === delivery.courierId);
  if (!courier) return null;
  return transportOnInvoice({
    issueDate,
    startedAt: delivery.startedAt!,
    timeZone: await fiscalZone(s, pack),
    courier,
    country: pack.country,
    origin: await locationOfOrder(s, sale, delivery.locationGid),
    issuer,
    destination: sale.shippingAddress,
  });
}
