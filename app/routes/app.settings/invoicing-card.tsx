import { GIFT_CARD_RULES, type GiftCardRule } from "~/domain/document/gift-cards";
import { INVOICE_PER, type InvoicePer } from "~/domain/document/invoice-per";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { giftCards: GiftCardRule; invoicePer: InvoicePer };

/** What an invoice covers: the accountant's choices, in plain words. */
export function InvoicingCard({ giftCards, invoicePer }: Props) {
  const t = useWords();
  return (
    <div id="invoicing">
      <Section title={t("admin.settings.invoicing.title")}>
        <IntentForm intent="invoicing" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput
              name="invoicePer"
              label={t("admin.settings.invoicing.invoicePer")}
              help={t("admin.settings.invoicing.invoicePerText")}
              options={INVOICE_PER.map((value) => ({ value, label: t(`admin.settings.invoicing.per.${value}`) }))}
              initial={invoicePer}
            />
            <SelectInput
              name="giftCards"
              label={t("admin.settings.invoicing.giftCards")}
              help={t("admin.settings.invoicing.giftCardsText")}
              options={GIFT_CARD_RULES.map((value) => ({ value, label: t(`admin.settings.invoicing.${value}`) }))}
              initial={giftCards}
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
