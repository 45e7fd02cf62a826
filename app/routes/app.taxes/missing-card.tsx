import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Badge, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { useVatOptions } from "./category-fields";

type Props = {
  missing: { productId: string; title: string; charged: number }[];
  more: number;
  law: { rateBasisPoints: number; source: string }[];
};

/** What was sold at 0 %, or at a rate that the law doesn't have, without anybody having said that this is right. */
export function MissingCard({ missing, more, law }: Props) {
  const t = useWords();
  const options = useVatOptions(law);
  const badge = missing.length > 0 && <Badge tone="warning">{String(missing.length + more)}</Badge>;
  return (
    <Section title={t("admin.taxes.missing")} aside={badge}>
      <Text as="p" tone={missing.length > 0 ? "subdued" : "success"}>
        {t(missing.length > 0 ? "admin.taxes.missingText" : "admin.taxes.nothingMissing")}
      </Text>
      <ul className="bim-list bim-taxes">
        {missing.map(({ productId, title, charged }) => (
          <li key={productId} className="bim-row">
            <strong>{title}</strong>
            <div className="bim-muted">{t("admin.taxes.charged", { rate: charged / 100 })}</div>
            <IntentForm intent="product" submit={t("admin.save")} variant="secondary" hidden={{ productId }}>
              <SelectInput
                name="vat"
                label={t("admin.taxes.categoryOf", { product: title })}
                hiddenLabel
                options={options}
                placeholder={t("admin.form.choose")}
              />
            </IntentForm>
          </li>
        ))}
      </ul>
      {more > 0 && <Text as="p">{t("admin.taxes.more", { count: more })}</Text>}
    </Section>
  );
}
