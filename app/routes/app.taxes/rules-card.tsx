import { categoryWords } from "~/ui/category-words";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, BlockStack, Divider, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { CategoryFields } from "./category-fields";
import { CollectionRule } from "./collection-rule";

type Rule = { category: string } & ({ tag: string } | { collection: string; title: string });
type Props = { rules: Rule[]; law: { rateBasisPoints: number; source: string }[] };

/** Rules by collection and by product tag; a tag or a collection named again changes its rule. */
export function RulesCard({ rules, law }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.taxes.rules")}>
      <Text as="p" tone="subdued">
        {t("admin.taxes.rulesText")}
      </Text>
      <ul className="bim-list bim-taxes">
        {rules.map((rule) => (
          <RuleRow key={"tag" in rule ? rule.tag : rule.collection} rule={rule} />
        ))}
      </ul>
      <BlockStack gap="400">
        <Text as="h3" variant="headingSm">
          {t("admin.taxes.byCollection")}
        </Text>
        <CollectionRule key={`collection ${JSON.stringify(rules)}`} law={law} />
        <Divider />
        <Text as="h3" variant="headingSm">
          {t("admin.taxes.byTag")}
        </Text>
        <IntentForm key={`tag ${JSON.stringify(rules)}`} intent="rule" submit={t("admin.taxes.saveRule")}>
          <FormLayout>
            <TextInput name="tag" label={t("admin.taxes.tag")} help={t("admin.taxes.tagHelp")} maxLength={255} />
            <CategoryFields law={law} />
          </FormLayout>
        </IntentForm>
      </BlockStack>
    </Section>
  );
}

function RuleRow({ rule }: { rule: Rule }) {
  const t = useWords();
  const isTag = "tag" in rule;
  const hidden: Record<string, string> = isTag ? { tag: rule.tag } : { collection: rule.collection };
  return (
    <li className="bim-row">
      <div>
        <strong>{isTag ? rule.tag : rule.title}</strong> <Badge>{t(isTag ? "admin.taxes.isTag" : "admin.taxes.isCollection")}</Badge>
      </div>
      <div>{categoryWords(t, rule.category)}</div>
      <IntentForm intent="remove-rule" submit={t("admin.taxes.remove")} variant="secondary" hidden={hidden} />
    </li>
  );
}
