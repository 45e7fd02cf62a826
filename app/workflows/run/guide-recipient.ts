import type { CountryPack } from "~/countries/pack";
import type { Recipient } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";
import type { DocumentRecord, OrderRecord } from "~/ports/records";

/** To whom an order's goods go, with what, and under which invoice where one is authorised already. `address` "": the order has none. */
export function recipientOf(pack: CountryPack, order: OrderRecord, invoice: DocumentRecord | null): Recipient {
  const { sale } = order;
  const { idNumber, legalName } = whom(pack, order);
  return {
    idNumber,
    legalName,
    address: addressLine(sale.shippingAddress) ?? "",
    motive: "Venta",
    route: null,
    support: invoice?.authorisationNumber
      ? {
          documentType: "invoice",
          number: invoice.number!,
          authorisation: invoice.authorisationNumber,
          issueDate: invoice.issueDate!,
        }
      : null,
    lines: sale.lines
      .filter(({ requiresShipping, quantity }) => requiresShipping && quantity > 0)
      .map(({ id, sku, title, quantity }) => ({ code: sku?.trim() || id.split("/").at(-1)!, description: title, quantity })),
  };
}

/** A guide sells nothing, so the limit for final consumers doesn't bind it; wrong fiscal data hold the invoice later, not the goods. */
function whom(pack: CountryPack, { sale, fiscalData }: OrderRecord): { idNumber: string; legalName: string } {
  const facts = { totalMinor: 0, fallbackEmail: null, address: null, phone: null };
  const known = pack.buyer({ ...facts, fiscalData: fiscalData ?? sale.fiscalData });
  const buyer = known.ok ? known : pack.buyer({ ...facts, fiscalData: null });
  if (!buyer.ok) throw new Error(`a final consumer was refused: ${buyer.problem.code}`);
  return buyer.value;
}
