import type { DeliveryState } from "~/domain/delivery/states";
import { IntentForm } from "~/ui/form/form";
import { BlockStack, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";

type Props = { deliveryId: string; state: DeliveryState; isUndoable: boolean; attention: Worded | null; orderGid: string };

/** A courier's report that was a mistake: taken back as long as nothing of it is issued, and afterwards what the law leaves. */
export function UndoCard({ deliveryId, state, isUndoable, attention, orderGid }: Props) {
  const t = useWords();
  const of = state === "attempt_failed" ? "failed" : "delivered";
  return (
    <>
      {attention?.code === "undo_after_invoice" && (
        <a href={`shopify://admin/orders/${orderGid.slice(orderGid.lastIndexOf("/") + 1)}`} target="_top">
          {t("admin.order.undo.credit")}
        </a>
      )}
      {isUndoable && (
        <details className="bim-details">
          <summary>{t(`admin.order.undo.title.${of}`)}</summary>
          <BlockStack gap="300">
            <Text as="p" tone="subdued">
              {t(`admin.order.undo.means.${of}`)}
            </Text>
            <IntentForm intent="undo" submit={t("admin.order.undo.submit")} tone="critical" variant="secondary" hidden={{ deliveryId }} />
          </BlockStack>
        </details>
      )}
    </>
  );
}
