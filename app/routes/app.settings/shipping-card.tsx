import { CheckInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { chargeShipping: boolean };

/** What becomes of an order that came without shipping. */
export function ShippingCard({ chargeShipping }: Props) {
  const t = useWords();
  return (
    <div id="shipping">
      <Section title={t("admin.settings.shipping.title")}>
        <IntentForm intent="shipping" submit={t("admin.save")}>
          <CheckInput
            name="chargeShipping"
            label={t("admin.settings.shipping.charge")}
            help={t("admin.settings.shipping.chargeHelp")}
            initial={chargeShipping}
          />
        </IntentForm>
      </Section>
    </div>
  );
}
