import { categoryWords } from "~/ui/category-words";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Pages } from "~/ui/pages";
import { Badge, Section, Text } from "~/ui/polaris";
import { Search } from "~/ui/search";
import { useWords } from "~/ui/words";
import { useVatOptions } from "./category-fields";

type Law = { rateBasisPoints: number; source: string }[];
type Product = { productId: string; title: string; charged: number; category: string | null; other: string | null };
type Props = {
  missing: Product[];
  allMissing: number;
  term: string;
  paging: { page: number; pages: number; total: number };
  law: Law;
};

const address = (term: string, page: number) => `/app/taxes?${new URLSearchParams({ ...(term ? { term } : {}), page: String(page) })}`;

/** What was sold at 0 %, or at a rate that the law doesn't have, without anybody having said that this is right; and what two rules dispute. */
export function MissingCard({ missing, allMissing, term, paging, law }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.taxes.missing")} aside={allMissing > 0 && <Badge tone="warning">{String(allMissing)}</Badge>}>
      <Text as="p" tone={allMissing > 0 ? "subdued" : "success"}>
        {t(allMissing > 0 ? "admin.taxes.missingText" : "admin.taxes.nothingMissing")}
      </Text>
      {(paging.pages > 1 || term !== "") && <Search label={t("admin.taxes.findProduct")} term={term} />}
      {allMissing > 0 && missing.length === 0 && <Text as="p">{t("admin.taxes.noProduct")}</Text>}
      <ul className="bim-list bim-taxes">
        {missing.map((product) => (
          <MissingRow key={product.productId} product={product} law={law} />
        ))}
      </ul>
      <Pages {...paging} url={(page) => address(term, page)} />
    </Section>
  );
}

function MissingRow({ product: { productId, title, charged, category, other }, law }: { product: Product; law: Law }) {
  const t = useWords();
  const options = useVatOptions(law);
  return (
    <li className="bim-row">
      <strong>{title}</strong>
      <div className="bim-muted">
        {t("admin.taxes.charged", { rate: charged / 100 })}
        {category !== null && other !== null && (
          <div>{t("admin.taxes.disputed", { category: categoryWords(t, category), other: categoryWords(t, other) })}</div>
        )}
      </div>
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
  );
}
