import { FileInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** What is fetched is handed over at the counter: who took it, and a photo where one was taken. */
export function HandOverForm({ deliveryId, handOverId }: { deliveryId: string; handOverId: string }) {
  const t = useWords();
  return (
    <IntentForm intent="hand-over" submit={t("admin.order.handOver")} files hidden={{ deliveryId, handOverId }}>
      <FormLayout>
        <Text as="p" tone="subdued">
          {t("admin.order.handOverText")}
        </Text>
        <TextInput name="receivedBy" label={t("admin.order.receivedBy")} maxLength={120} />
        <FileInput name="photo" label={t("admin.order.handOverPhoto")} accept="image/*" />
      </FormLayout>
    </IntentForm>
  );
}

/** A carrier of whom no word comes: the merchant says when it was delivered. */
export function DeliveredForm({ deliveryId, today }: { deliveryId: string; today: string }) {
  const t = useWords();
  return (
    <IntentForm intent="delivered" submit={t("admin.order.markDelivered")} variant="secondary" hidden={{ deliveryId }}>
      <FormLayout>
        <Text as="p" tone="subdued">
          {t("admin.order.markDeliveredText")}
        </Text>
        <TextInput name="date" type="date" label={t("admin.order.deliveredOn")} initial={today} />
      </FormLayout>
    </IntentForm>
  );
}
