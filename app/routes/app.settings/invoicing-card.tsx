import { GIFT_CARD_RULES, type GiftCardRule } from "~/domain/document/gift-cards";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** What an order's invoice covers: the accountant's choice, in plain words. */
export function InvoicingCard({ giftCards }: { giftCards: GiftCardRule }) {
  const t = useWords();
  return (
    <div id="invoicing">
      <Section title={t("admin.settings.invoicing.title")}>
        <Text as="p" tone="subdued">
          {t("admin.settings.invoicing.giftCardsText")}
        </Text>
        <IntentForm intent="invoicing" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput
              name="giftCards"
              label={t("admin.settings.invoicing.giftCards")}
              options={GIFT_CARD_RULES.map((value) => ({ value, label: t(`admin.settings.invoicing.${value}`) }))}
              initial={giftCards}
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
