import { IntentForm } from "~/ui/form/form";
import { BlockStack, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";

/** `isFetched`: of a return's goods. */
type Props = {
  deliveryId: string;
  undoes: "delivered" | "failed" | "returned" | null;
  isFetched?: boolean;
  attention: Worded | null;
  orderGid: string;
};

/** A courier's report that was a mistake: taken back as long as nothing of it is issued, and afterwards what the law leaves. */
export function UndoCard({ deliveryId, undoes, isFetched = false, attention, orderGid }: Props) {
  const t = useWords();
  const of = isFetched && undoes === "delivered" ? "fetched" : (undoes ?? "delivered");
  return (
    <>
      {attention?.code === "undo_after_invoice" && (
        <a href={`shopify://admin/orders/${orderGid.slice(orderGid.lastIndexOf("/") + 1)}`} target="_top">
          {t("admin.order.undo.credit")}
        </a>
      )}
      {undoes && (
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
