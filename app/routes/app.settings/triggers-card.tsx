import { type InvoiceTriggers, TRIGGERS, triggerFor } from "~/domain/document/trigger";
import { PAYMENT_TYPES } from "~/domain/order/order";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { triggers: InvoiceTriggers; undecided: string[]; delaySeconds: number };

/** When each payment type is invoiced. Prepaid ones have no silent default: the law stands beside the choice. */
export function TriggersCard({ triggers, undecided, delaySeconds }: Props) {
  const t = useWords();
  const options = TRIGGERS.map((value) => ({ value, label: t(`states.trigger.${value}`) }));
  return (
    <div id="trigger">
      <Section title={t("admin.settings.triggers")}>
        {undecided.length > 0 && (
          <Banner tone="warning">
            {t("admin.settings.undecided", { payments: undecided.map((type) => t(`states.payment.${type}`)).join(", ") })}
          </Banner>
        )}
        <blockquote className="bim-law">
          {t("admin.settings.law")} <cite>{t("admin.settings.lawSource")}</cite>
        </blockquote>
        <IntentForm intent="triggers" submit={t("admin.save")}>
          <FormLayout>
            {PAYMENT_TYPES.map((type) => (
              <SelectInput
                key={type}
                name={type}
                label={t(`states.payment.${type}`)}
                options={options}
                initial={triggerFor(triggers, type) ?? ""}
                placeholder={triggerFor(triggers, type) ? undefined : t("admin.settings.chooseTrigger")}
              />
            ))}
            <TextInput
              name="delaySeconds"
              label={t("admin.settings.delay")}
              help={t("admin.settings.delayHelp")}
              initial={delaySeconds}
              suffix="s"
              inputMode="numeric"
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
