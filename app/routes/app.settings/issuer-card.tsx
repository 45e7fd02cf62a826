import type { Issuer } from "~/domain/document/document";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { FISCAL_DAYS, GALAPAGOS } from "./issuer-form";

type Props = {
  issuer: (Issuer & { timeZone?: string | null }) | null;
  series: { establishment: string; emissionPoint: string; nextNumber: number; isUsed: boolean } | null;
};

/** The merchant as taxpayer, and where the numbers begin. */
export function IssuerCard({ issuer, series }: Props) {
  const t = useWords();
  const rimpe = (["none", "rimpe", "negocio_popular"] as const).map((value) => ({ value, label: t(`admin.settings.rimpe.${value}`) }));
  const days = FISCAL_DAYS.map((value) => ({ value, label: t(`admin.settings.fiscalDays.${value}`) }));
  const isUsed = series?.isUsed ?? false;
  const number = { inputMode: "numeric" as const, disabled: isUsed };
  return (
    <div id="issuer">
      <Section title={t("admin.settings.issuer")}>
        <IntentForm intent="issuer" submit={t("admin.save")}>
          <FormLayout>
            <TextInput name="taxId" label={t("admin.settings.field.taxId")} initial={issuer?.taxId} maxLength={20} inputMode="numeric" />
            <TextInput name="legalName" label={t("admin.settings.field.legalName")} initial={issuer?.legalName} maxLength={300} />
            <TextInput name="tradeName" label={t("admin.settings.field.tradeName")} initial={issuer?.tradeName} maxLength={300} />
            <TextInput name="mainAddress" label={t("admin.settings.field.mainAddress")} initial={issuer?.mainAddress} maxLength={300} />
            <TextInput
              name="establishmentAddress"
              label={t("admin.settings.field.establishmentAddress")}
              initial={issuer?.establishmentAddress}
              maxLength={300}
            />
            <FormLayout.Group>
              <TextInput
                name="specialTaxpayer"
                label={t("admin.settings.field.specialTaxpayer")}
                initial={issuer?.specialTaxpayer}
                maxLength={13}
              />
              <TextInput
                name="withholdingAgent"
                label={t("admin.settings.field.withholdingAgent")}
                initial={issuer?.withholdingAgent}
                maxLength={8}
              />
            </FormLayout.Group>
            <SelectInput name="rimpe" label={t("admin.settings.field.rimpe")} options={rimpe} initial={issuer?.rimpe ?? "none"} />
            <SelectInput
              name="timeZone"
              label={t("admin.settings.field.timeZone")}
              help={t("admin.settings.fiscalDaysHelp")}
              options={days}
              initial={issuer?.timeZone === GALAPAGOS ? "galapagos" : "mainland"}
            />
            <CheckInput name="keepsAccounts" label={t("admin.settings.field.keepsAccounts")} initial={issuer?.keepsAccounts} />
            <FormLayout.Group condensed>
              <TextInput
                name="establishment"
                label={t("admin.settings.field.establishment")}
                initial={series?.establishment ?? "001"}
                maxLength={3}
                {...number}
              />
              <TextInput
                name="emissionPoint"
                label={t("admin.settings.field.emissionPoint")}
                initial={series?.emissionPoint ?? "001"}
                maxLength={3}
                {...number}
              />
              <TextInput
                key={series?.nextNumber}
                name="nextNumber"
                label={t("admin.settings.field.nextNumber")}
                initial={series?.nextNumber ?? 1}
                {...number}
              />
            </FormLayout.Group>
            {isUsed && <span className="bim-muted">{t("admin.settings.seriesUsed")}</span>}
            <SelectInput
              name="environment"
              label={t("admin.settings.field.environment")}
              help={t("admin.documents.testOnly")}
              options={[
                { value: "test", label: t("admin.settings.environment.test") },
                { value: "production", label: t("admin.settings.environment.production"), disabled: true },
              ]}
              initial="test"
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
