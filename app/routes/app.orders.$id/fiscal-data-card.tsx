import { useState } from "react";
import { FINAL_CONSUMER, type FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { checkTaxId } from "~/domain/tax-id/check";
import { describeTaxIdCode, ID_TYPES_BY_COUNTRY, isWarning } from "~/domain/tax-id/describe";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Facts, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** What an issued invoice says of its buyer: it no longer changes. */
export function IssuedFiscalData({ fiscalData }: { fiscalData: FiscalData | null }) {
  const t = useWords();
  const { idType, idNumber, legalName, email } = fiscalData ?? { ...FINAL_CONSUMER, email: undefined };
  return (
    <Section title={t("admin.order.fiscalData")}>
      <Facts
        facts={[
          [t("admin.order.idType"), t(`states.id_type.${idType}`)],
          [t("admin.order.idNumber"), idNumber],
          [t("admin.order.legalName"), legalName],
          [t("admin.order.invoiceEmail"), email],
        ]}
      />
      <Text as="p" tone="subdued">
        {t("admin.order.issuedData")}
      </Text>
    </Section>
  );
}

/** What the buyer gave, to be completed or corrected. The check digits are looked at while one types; the server looks again. */
export function FiscalDataCard({ fiscalData }: { fiscalData: FiscalData | null }) {
  const t = useWords();
  const [idType, setIdType] = useState(fiscalData?.idType ?? "cedula");
  const [idNumber, setIdNumber] = useState(fiscalData?.idNumber ?? "");
  const isFinal = idType === FINAL_CONSUMER.idType;
  const code = checkTaxId("EC", idType, idNumber.trim());
  const options = (ID_TYPES_BY_COUNTRY.EC ?? []).map((value) => ({ value, label: t(`states.id_type.${value}`) }));
  return (
    <Section title={t("admin.order.fiscalData")}>
      {!fiscalData && (
        <Text as="p" tone="subdued">
          {t("admin.order.noFiscalData")}
        </Text>
      )}
      <IntentForm
        intent="fiscal-data"
        submit={t("admin.save")}
        variant="secondary"
        hidden={isFinal ? { idNumber: FINAL_CONSUMER.idNumber, legalName: FINAL_CONSUMER.legalName } : {}}
      >
        <FormLayout>
          <SelectInput name="idType" label={t("admin.order.idType")} options={options} initial={idType} onValue={setIdType} />
          {!isFinal && (
            <TextInput
              name="idNumber"
              label={t("admin.order.idNumber")}
              initial={idNumber}
              onValue={setIdNumber}
              help={isWarning(code) ? t(describeTaxIdCode(code)) : undefined}
              maxLength={40}
            />
          )}
          {!isFinal && <TextInput name="legalName" label={t("admin.order.legalName")} initial={fiscalData?.legalName} maxLength={300} />}
          <TextInput
            name="email"
            label={t("admin.order.invoiceEmail")}
            help={t("admin.order.invoiceEmailHelp")}
            type="email"
            initial={fiscalData?.email}
            maxLength={254}
          />
        </FormLayout>
      </IntentForm>
    </Section>
  );
}
