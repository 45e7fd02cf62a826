import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { BlockStack } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** A document that the law does not allow, or that the accountant settles otherwise: said so, with the reason, and it waits no longer. */
export function DiscardForm({ documentId }: { documentId: string }) {
  const t = useWords();
  return (
    <details className="bim-details">
      <summary>{t("admin.order.discardTitle")}</summary>
      <BlockStack gap="300">
        <IntentForm intent="discard" submit={t("admin.order.discard")} variant="secondary" hidden={{ documentId }}>
          <TextInput name="reason" label={t("admin.order.voidReason")} help={t("admin.order.discardHelp")} maxLength={300} />
        </IntentForm>
      </BlockStack>
    </details>
  );
}
