import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { BlockStack, Button, FormLayout, Text, TextField } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { CategoryFields } from "./category-fields";

type Found = { collections: { gid: string; title: string }[] };
type Props = { law: { rateBasisPoints: number; source: string }[] };

/** A rule for a collection that is looked for in Shopify by its title. */
export function CollectionRule({ law }: Props) {
  const t = useWords();
  const { Form, data, state } = useFetcher<Found>();
  const [term, setTerm] = useState("");
  const options = data?.collections.map(({ gid, title }) => ({ value: `${gid}|${title}`, label: title })) ?? [];
  return (
    <BlockStack gap="400">
      <Form method="get" action="/app/taxes/collections" className="bim-find" role="search">
        <TextField
          name="term"
          label={t("admin.taxes.findCollection")}
          value={term}
          onChange={setTerm}
          autoComplete="off"
          maxLength={100}
          helpText={t("admin.taxes.findCollectionHelp")}
        />
        <Button submit loading={state !== "idle"}>
          {t("admin.search")}
        </Button>
      </Form>
      {data && options.length === 0 && <Text as="p">{t("admin.taxes.noCollection")}</Text>}
      {options.length > 0 && (
        <IntentForm key={options.map(({ value }) => value).join()} intent="collection-rule" submit={t("admin.taxes.saveRule")}>
          <FormLayout>
            <SelectInput name="collection" label={t("admin.taxes.collection")} options={options} placeholder={t("admin.form.choose")} />
            <CategoryFields law={law} />
          </FormLayout>
        </IntentForm>
      )}
    </BlockStack>
  );
}
