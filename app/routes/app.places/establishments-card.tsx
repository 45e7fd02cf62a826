import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Establishment = { code: string; address: string | null; tradeName: string | null };
type Props = { establishments: Establishment[]; usual: { address: string | null; tradeName: string | null } | null };

/** What the documents of each establishment say of it; what is left empty is the issuer's. */
export function EstablishmentsCard({ establishments, usual }: Props) {
  const t = useWords();
  const says = (value: string | null | undefined) => t("admin.places.elseSays", { value: value || "–" });
  return (
    <Section title={t("admin.places.establishments")}>
      <Text as="p" tone="subdued">
        {t("admin.places.establishmentsText")}
      </Text>
      {establishments.map(({ code, address, tradeName }) => (
        <div key={code}>
          <Text as="h3" variant="headingSm">
            {t("admin.places.establishment", { code })}
          </Text>
          <IntentForm key={`${address} ${tradeName}`} intent="establishment" submit={t("admin.save")} variant="secondary" hidden={{ code }}>
            <FormLayout>
              <TextInput
                name="address"
                label={t("admin.settings.field.establishmentAddress")}
                help={says(usual?.address)}
                initial={address}
                maxLength={300}
              />
              <TextInput
                name="tradeName"
                label={t("admin.settings.field.tradeName")}
                help={says(usual?.tradeName)}
                initial={tradeName}
                maxLength={300}
              />
            </FormLayout>
          </IntentForm>
        </div>
      ))}
    </Section>
  );
}
