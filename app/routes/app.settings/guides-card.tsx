import { GUIDE_SETTINGS, type GuideSetting } from "~/domain/dispatch/guide-setting";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = {
  setting: GuideSetting;
  onInvoice: boolean;
  areWanted: boolean;
  series?: { place: string; nextNumber: number; isUsed: boolean };
};

/** Whether goods move with a guide. The rule stands beside the choice, above all beside "off". */
export function GuidesCard({ setting, onInvoice, areWanted, series }: Props) {
  const t = useWords();
  const options = GUIDE_SETTINGS.map((value) => ({ value, label: t(`admin.settings.guides.${value}`) }));
  return (
    <div id="guides">
      <Section title={t("admin.settings.guides.title")}>
        <Banner tone={areWanted ? "success" : "warning"}>{t(`admin.settings.guides.${areWanted ? "inForce" : "notInForce"}`)}</Banner>
        <blockquote className="bim-law">
          {t("admin.settings.guides.law")} <cite>{t("admin.settings.guides.lawSource")}</cite>
        </blockquote>
        <IntentForm intent="guides" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput name="guides" label={t("admin.settings.guides.choice")} options={options} initial={setting} />
            {series?.isUsed ? (
              <p>{t("admin.settings.guides.used", { place: series.place, next: series.nextNumber })}</p>
            ) : (
              <TextInput
                name="firstNumber"
                label={t("admin.settings.guides.firstNumber")}
                help={t("admin.settings.guides.firstNumberHelp")}
                initial={series?.nextNumber ?? 1}
                inputMode="numeric"
              />
            )}
            <CheckInput
              name="onInvoice"
              label={t("admin.settings.guides.onInvoice")}
              help={t("admin.settings.guides.onInvoiceHelp")}
              initial={onInvoice}
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
