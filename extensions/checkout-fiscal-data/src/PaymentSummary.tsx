import { host, t, useLive } from "./host";

/** The payment method is read from checkout and shown; asking for it is not an extension's business (App Store rule 5.6.9). */
export function PaymentSummary() {
  const types = new Set((useLive(host().selectedPaymentOptions) ?? []).map(({ type }) => type));
  if (types.size === 0) return null;
  const methods = [...types].map((type) => t(`payment.${type}`)).join(" + ");
  return <s-text color="subdued">{t("payment.summary", { methods })}</s-text>;
}
