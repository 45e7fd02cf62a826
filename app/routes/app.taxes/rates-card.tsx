import { Banner, List, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** The rates in force with the law that says so, and what Shopify charges against it. */
export function RatesCard({ law, unlawful }: { law: { rateBasisPoints: number; source: string }[]; unlawful: number[] }) {
  const t = useWords();
  const general = Math.max(...law.map(({ rateBasisPoints }) => rateBasisPoints));
  return (
    <Section title={t("admin.taxes.rates")}>
      {unlawful.length > 0 && (
        <Banner tone="critical" title={t("admin.taxes.unlawful", { rates: unlawful.map((rate) => `${rate / 100} %`).join(", ") })}>
          <p>{t("admin.taxes.unlawfulNext", { rate: general / 100 })}</p>
        </Banner>
      )}
      <List>
        {law.map(({ rateBasisPoints, source }) => (
          <List.Item key={rateBasisPoints}>
            {t("states.tax.rated", { rate: rateBasisPoints / 100 })} <span className="bim-muted">{source}</span>
          </List.Item>
        ))}
      </List>
      <Text as="p" tone="subdued">
        {t("admin.taxes.ratesText")}
      </Text>
    </Section>
  );
}
