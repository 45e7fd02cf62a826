import { categoryWords } from "~/ui/category-words";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { CategoryFields } from "./category-fields";

type Props = { rules: { tag: string; category: string }[]; law: { rateBasisPoints: number; source: string }[] };

/** Rules by product tag; a tag named again changes its rule. */
export function RulesCard({ rules, law }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.taxes.rules")}>
      <Text as="p" tone="subdued">
        {t("admin.taxes.rulesText")}
      </Text>
      <ul className="bim-list bim-taxes">
        {rules.map(({ tag, category }) => (
          <li key={tag} className="bim-row">
            <strong>{tag}</strong>
            <div>{categoryWords(t, category)}</div>
            <IntentForm intent="remove-rule" submit={t("admin.taxes.remove")} variant="secondary" hidden={{ tag }} />
          </li>
        ))}
      </ul>
      <IntentForm key={JSON.stringify(rules)} intent="rule" submit={t("admin.taxes.saveRule")}>
        <FormLayout>
          <TextInput name="tag" label={t("admin.taxes.tag")} help={t("admin.taxes.tagHelp")} maxLength={255} />
          <CategoryFields law={law} />
        </FormLayout>
      </IntentForm>
    </Section>
  );
}
