import type { InvoiceTriggers } from "~/domain/document/trigger";
import type { PaymentType } from "~/domain/order/order";
import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";

export type ChooseTriggers = { shopId: string; actor: string; triggers: InvoiceTriggers; delaySeconds: number };

/** When each payment type's invoice is issued. Documents that waited for this choice go on, unless the choice is "by hand". */
export async function chooseTriggers(
  { store }: Pick<Ports, "store">,
  { shopId, actor, triggers, delaySeconds }: ChooseTriggers,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.updateShop({ invoiceTriggers: triggers, invoiceDelaySeconds: delaySeconds });
    await s.record({ actor, type: "triggers", from: null, to: "saved" });
    for (const document of await s.documentsIn(["waiting_for_data"], 1000)) {
      const trigger = triggers[waitsForChoice(document) ?? "other"];
      if (!waitsForChoice(document) || !trigger || trigger === "by_hand") continue;
      await s.updateDocument(document.id, { attention: null });
      await s.enqueue("issue-document", { shopId, documentId: document.id });
    }
  });
}

const waitsForChoice = ({ attention }: DocumentRecord): PaymentType | null =>
  attention?.code === "trigger_not_chosen" ? (String(attention.params?.payment ?? "other") as PaymentType) : null;
