import { Link } from "@remix-run/react";
import { List, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Report } from "./report";

/** What goes out, but may not be meant so: to nobody by name, by a code nobody chose, at a rate nobody confirmed. */
export function ConfirmCard({ report: { finalConsumers, gateways, products, moreProducts } }: { report: Report }) {
  const t = useWords();
  if (finalConsumers === 0 && gateways.length === 0 && products.length === 0) return null;
  return (
    <Section title={t("admin.shadow.confirm")}>
      {finalConsumers > 0 && <Text as="p">{t("admin.shadow.finalConsumers", { count: finalConsumers })}</Text>}
      {gateways.length > 0 && (
        <div>
          <Text as="p">
            {t("admin.shadow.gateways")} <Link to="/app/settings#payment-codes">{t("admin.shadow.mend.paymentCodes")}</Link>
          </Text>
          <List>
            {gateways.map(({ gateway, count }) => (
              <List.Item key={gateway}>
                {gateway} · {t("admin.shadow.orders", { count })}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {products.length > 0 && (
        <div>
          <Text as="p">
            {t("admin.shadow.products")} <Link to="/app/taxes">{t("admin.shadow.mend.taxes")}</Link>
          </Text>
          <List>
            {products.map(({ productId, title, rateBasisPoints, count }) => (
              <List.Item key={`${productId} ${rateBasisPoints}`}>
                {title} · {t("admin.taxes.charged", { rate: rateBasisPoints / 100 })} · {t("admin.shadow.orders", { count })}
              </List.Item>
            ))}
          </List>
          {moreProducts > 0 && <Text as="p">{t("admin.shadow.moreProducts", { count: moreProducts })}</Text>}
        </div>
      )}
    </Section>
  );
}
