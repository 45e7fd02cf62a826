import { useState } from "react";
import { GEOCODER_KINDS, type GeocoderKind } from "~/domain/position/geocoder";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { geocoder: { kind: GeocoderKind; url: string; hasKey: boolean } | null; osrmUrl: string | null };

/** Who is asked where an address is, and how long the roads take. */
export function MapsCard({ geocoder, osrmUrl }: Props) {
  const t = useWords();
  const [kind, setKind] = useState<string>(geocoder?.kind ?? "");
  const options = GEOCODER_KINDS.map((value) => ({ value, label: t(`admin.settings.maps.${value}`) }));
  return (
    <div id="maps">
      <Section title={t("admin.settings.maps.title")}>
        <Text as="p">{t("admin.settings.maps.text")}</Text>
        <IntentForm intent="maps" submit={t("admin.save")}>
          <FormLayout>
            <SelectInput
              name="kind"
              label={t("admin.settings.maps.kind")}
              placeholder={t("admin.settings.maps.none")}
              options={options}
              initial={geocoder?.kind}
              onValue={setKind}
            />
            {kind !== "" && (
              <TextInput
                name="url"
                type="url"
                label={t("admin.settings.maps.url")}
                help={t("admin.settings.maps.urlHelp")}
                initial={geocoder?.url}
              />
            )}
            {kind !== "" && (
              <TextInput
                name="key"
                type="password"
                autoComplete="new-password"
                label={t("admin.settings.maps.key")}
                help={t(geocoder?.hasKey ? "admin.settings.maps.keyKept" : "admin.settings.maps.keyHelp")}
              />
            )}
            <TextInput
              name="osrmUrl"
              type="url"
              label={t("admin.settings.maps.osrm")}
              help={t("admin.settings.maps.osrmHelp")}
              initial={osrmUrl}
            />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}
