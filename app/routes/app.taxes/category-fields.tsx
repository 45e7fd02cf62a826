import { SelectInput, TextInput } from "~/ui/form/fields";
import { BlockStack, FormLayout } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Law = { rateBasisPoints: number; source: string }[];

/** How a product stands to the value added tax: the rates in force, exempt, not subject. */
export function useVatOptions(law: Law) {
  const t = useWords();
  return [
    ...law.map(({ rateBasisPoints }) => ({
      value: `iva:${rateBasisPoints / 100}`,
      label: t("states.tax.rated", { rate: rateBasisPoints / 100 }),
    })),
    { value: "exempt", label: t("states.tax.exempt") },
    { value: "not_subject", label: t("states.tax.not_subject") },
  ];
}

/** A whole category: value added tax, and for the few products that bear it excise and bottles. */
export function CategoryFields({ law }: { law: Law }) {
  const t = useWords();
  return (
    <BlockStack gap="400">
      <SelectInput name="vat" label={t("admin.taxes.vat")} options={useVatOptions(law)} placeholder={t("admin.form.choose")} />
      <FormLayout.Group condensed>
        <TextInput
          name="exciseCode"
          label={t("admin.taxes.exciseCode")}
          help={t("admin.taxes.exciseHelp")}
          maxLength={4}
          inputMode="numeric"
        />
        <TextInput name="exciseRate" label={t("admin.taxes.exciseRate")} suffix="%" maxLength={6} inputMode="decimal" />
        <TextInput name="bottles" label={t("admin.taxes.bottles")} help={t("admin.taxes.bottlesHelp")} maxLength={4} inputMode="numeric" />
      </FormLayout.Group>
    </BlockStack>
  );
}
