import { FileInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { List, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

const WAYS = ["iva", "without", "excise", "bottles", "empty"] as const;

/** All products seen on orders in one table, out and in again. */
export function CsvCard({ csv, products }: { csv: string; products: number }) {
  const t = useWords();
  return (
    <Section title={t("admin.taxes.csv")}>
      <Text as="p" tone="subdued">
        {t("admin.taxes.csvText")}
      </Text>
      <List>
        {WAYS.map((way) => (
          <List.Item key={way}>{t(`admin.taxes.csvWay.${way}`)}</List.Item>
        ))}
      </List>
      {/* The mark tells spreadsheets that it is UTF-8. */}
      <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${csv}`)}`} download="tax-categories.csv">
        {t("admin.taxes.download", { count: products })}
      </a>
      <IntentForm intent="csv" submit={t("admin.taxes.upload")} variant="secondary" files>
        <FileInput name="csv" label={t("admin.taxes.csvFile")} accept=".csv,text/csv" />
      </IntentForm>
    </Section>
  );
}
