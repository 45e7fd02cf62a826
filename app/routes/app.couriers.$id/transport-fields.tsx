import { CARRIER_ID_TYPES, type TransportData } from "~/domain/dispatch/carrier";
import { SelectInput, TextInput } from "~/ui/form/fields";
import { FormLayout } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** What a dispatch guide says of who drives. All of it may be left empty: then this courier can load no run that needs one. */
export function TransportFields({ courier }: { courier: TransportData | null }) {
  const t = useWords();
  const types = CARRIER_ID_TYPES.map((value) => ({ value, label: t(`states.id_type.${value}`) }));
  return (
    <FormLayout>
      <TextInput
        name="legalName"
        label={t("admin.couriers.transport.legalName")}
        help={t("admin.couriers.transport.help")}
        initial={courier?.legalName}
        maxLength={300}
      />
      <FormLayout.Group>
        <SelectInput
          name="idType"
          label={t("admin.couriers.transport.idType")}
          options={types}
          initial={courier?.idType}
          placeholder={t("admin.form.choose")}
        />
        <TextInput name="idNumber" label={t("admin.couriers.transport.idNumber")} initial={courier?.idNumber} maxLength={20} />
      </FormLayout.Group>
      <FormLayout.Group>
        <TextInput name="licence" label={t("admin.couriers.transport.licence")} initial={courier?.licence} maxLength={30} />
        <TextInput name="plate" label={t("admin.couriers.transport.plate")} initial={courier?.plate} maxLength={20} />
      </FormLayout.Group>
    </FormLayout>
  );
}
