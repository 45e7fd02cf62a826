import type { Issuer, Recipient } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";
import type { SaleOrder } from "~/domain/order/order";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord } from "~/ports/records";
import { supportOf } from "./guide-recipient";

type Stop = { order: { sale: SaleOrder }; delivery: Pick<DeliveryRecord, "lines"> };

/** To the shop itself, with the goods of a return: `address` is that of the place that they come back to. */
export const returnRecipient = (
  { taxId, legalName }: Pick<Issuer, "taxId" | "legalName">,
  address: string,
  { order: { sale }, delivery }: Stop,
  invoice: DocumentRecord | null,
): Recipient => ({
  ...{ idNumber: taxId, legalName, address, motive: "Devolución", route: null },
  support: supportOf(invoice),
  lines: delivery.lines.flatMap(({ lineId, quantity }) => {
    const line = [...sale.lines, ...sale.removedLines].find(({ id }) => id === lineId);
    return line ? [{ code: line.sku?.trim() || lineId.split("/").at(-1)!, description: line.title, quantity }] : [];
  }),
});

/** Where the goods of a return are fetched; "": the order has no address. */
export const returnOrigin = ({ order: { sale } }: Stop): string => addressLine(sale.shippingAddress) ?? "";
