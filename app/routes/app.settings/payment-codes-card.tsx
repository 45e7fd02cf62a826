import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { gateways: { gateway: string; code: string | null; defaultCode: string }[]; codes: readonly string[] };

/** Which of SRI's codes says how each gateway pays; one not named here yet can be told beforehand. */
export function PaymentCodesCard({ gateways, codes }: Props) {
  const t = useWords();
  const named = (code: string) => `${code} · ${t(`admin.settings.paymentCode.${code}`)}`;
  const options = codes.map((code) => ({ value: code, label: named(code) }));
  return (
    <div id="payment-codes">
      <Section title={t("admin.settings.paymentCodes")}>
        <Text as="p" tone="subdued">
          {t("admin.settings.paymentCodesText")}
        </Text>
        <blockquote className="bim-law">
          {t("admin.settings.cashLaw")} <cite>{t("admin.settings.cashLawSource")}</cite>
        </blockquote>
        <IntentForm intent="payment-codes" submit={t("admin.save")}>
          <FormLayout>
            {gateways.map(({ gateway, code, defaultCode }) => (
              <div key={gateway}>
                <input type="hidden" name="gateway" value={gateway} />
                <SelectInput
                  name="code"
                  label={gateway}
                  options={options}
                  initial={code}
                  placeholder={t("admin.settings.byDefault", { code: named(defaultCode) })}
                />
              </div>
            ))}
            <FormLayout.Group>
              <TextInput
                key={`gateway ${gateways.length}`}
                name="gateway"
                label={t("admin.settings.otherGateway")}
                help={t("admin.settings.otherGatewayHelp")}
                maxLength={100}
              />
              <SelectInput
                key={`code ${gateways.length}`}
                name="code"
                label={t("admin.settings.otherCode")}
                options={options}
                placeholder={t("admin.form.choose")}
              />
            </FormLayout.Group>
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
