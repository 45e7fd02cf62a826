import { useState } from "react";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, Banner, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Location = {
  id: string;
  name: string;
  address: string | null;
  active: boolean;
  originAddress: string | null;
  place: string | null;
  isGap: boolean;
};
type Props = { location: Location; places: string[]; defaultPlace: string | null };

/** One location: which establishment and emission point number what leaves from it, and the address on its guides. */
export function LocationCard({ location, places, defaultPlace }: Props) {
  const t = useWords();
  const { id, name, address, active, originAddress, isGap } = location;
  const [chosen, choose] = useState(location.place ?? "");
  const options = [
    { value: "", label: t("admin.places.byDefault", { place: defaultPlace ?? "–" }) },
    ...places.map((value) => ({ value, label: value })),
    { value: "new", label: t("admin.places.new") },
  ];
  return (
    <Section title={name} aside={active ? undefined : <Badge>{t("admin.places.inactive")}</Badge>}>
      <Text as="p" tone="subdued">
        {address ?? t("admin.places.noAddress")}
      </Text>
      {isGap && <Banner tone="warning">{t("admin.places.gap")}</Banner>}
      <IntentForm intent="location" submit={t("admin.save")} hidden={{ locationId: id }}>
        <FormLayout>
          <SelectInput name="place" label={t("admin.places.place")} options={options} initial={location.place ?? ""} onValue={choose} />
          {chosen === "new" && <NewPlace />}
          <TextInput
            name="originAddress"
            label={t("admin.places.originAddress")}
            help={t("admin.places.originAddressHelp")}
            initial={originAddress}
            maxLength={300}
          />
        </FormLayout>
      </IntentForm>
    </Section>
  );
}

function NewPlace() {
  const t = useWords();
  const code = { inputMode: "numeric" as const, maxLength: 3 };
  return (
    <FormLayout.Group condensed>
      <TextInput name="establishment" label={t("admin.settings.field.establishment")} {...code} />
      <TextInput name="emissionPoint" label={t("admin.settings.field.emissionPoint")} initial="001" {...code} />
      <TextInput name="firstNumber" label={t("admin.settings.field.nextNumber")} initial={1} inputMode="numeric" maxLength={9} />
    </FormLayout.Group>
  );
}
