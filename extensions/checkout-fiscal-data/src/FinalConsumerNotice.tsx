import { host, t, useLive } from "./host";

// Ecuador, Decreto 586: an invoice without identification only up to this total.
const LIMIT_USD = 50;

export function FinalConsumerNotice() {
  const total = useLive(host().cost.totalAmount);
  const limit = `USD ${LIMIT_USD}`;
  if (total?.currencyCode !== "USD" || total.amount <= LIMIT_USD) return <s-text color="subdued">{t("finalConsumer.note")}</s-text>;
  return (
    <s-banner tone="warning" heading={t("finalConsumer.aboveLimitHeading", { limit })}>
      <s-paragraph>{t("finalConsumer.aboveLimit", { limit })}</s-paragraph>
    </s-banner>
  );
}
