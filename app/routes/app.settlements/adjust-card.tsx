import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { courierId: string; adjustmentId: string; currency: string };

/** A person puts the account right, with a reason that the courier reads. */
export function AdjustCard({ courierId, adjustmentId, currency }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.settlements.adjust")}>
      <Text as="p" tone="subdued">
        {t("admin.settlements.adjustText")}
      </Text>
      <IntentForm intent="adjust" submit={t("admin.settlements.adjust")} variant="secondary" hidden={{ courierId, adjustmentId }}>
        <FormLayout>
          <TextInput name="minor" label={t("admin.settlements.adjustAmount", { currency })} inputMode="text" />
          <TextInput name="reason" label={t("admin.settlements.adjustReason")} maxLength={200} />
        </FormLayout>
      </IntentForm>
    </Section>
  );
}
