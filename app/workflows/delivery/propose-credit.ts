import { weightier } from "~/domain/attention/weight";
import type { InvoiceInput } from "~/domain/document/document";
import { dateIn } from "~/domain/time/calendar";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";

type Told = { delivery: DeliveryRecord; issued: DocumentRecord; who: string; actor: string };

/**
 * A courier says that a delivery was a mistake whose invoice is issued: it stays delivered, and the desk reads what the law leaves, a credit
 * note or none. Part of the caller's transaction, under the delivery's lock.
 */
export async function proposeCredit(
  { countries, clock }: Pick<Ports, "countries" | "clock">,
  s: ShopStore,
  { delivery, issued, who, actor }: Told,
): Promise<void> {
  const { id: deliveryId, orderId, state, attention } = delivery;
  const pack = countries(issued.country);
  const { buyer } = issued.input as InvoiceInput;
  const mayBe = pack.mayBeCredited(buyer, dateIn(clock.now(), await fiscalZone(s, pack)));
  const params = { courier: who, number: issued.number ?? "" };
  const reason: Worded = mayBe ? { code: "undo_after_invoice", params } : { code: "undo_of_final_consumer", params };
  await s.updateDelivery(deliveryId, { attention: weightier(attention, reason) });
  await s.record({ actor, type: "delivery", orderId, deliveryId, documentId: issued.id, from: state, to: state, reason });
}
