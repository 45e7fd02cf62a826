type Place = { name: "taxes" | "trigger" | "issuer" | "paymentCodes" | "certificate"; url: string };

const TAXES: Place = { name: "taxes", url: "/app/taxes" };
const ISSUER: Place = { name: "issuer", url: "/app/settings#issuer" };
const PLACES: Readonly<Record<string, Place>> = {
  tax_category_differs: TAXES,
  tax_category_unreadable: TAXES,
  tax_rules_differ: TAXES,
  tax_rate_expired: TAXES,
  tax_rate_unknown: TAXES,
  trigger_not_chosen: { name: "trigger", url: "/app/settings#trigger" },
  issuer_missing: ISSUER,
  issuer_data_invalid: ISSUER,
  cash_above_limit: { name: "paymentCodes", url: "/app/settings#payment-codes" },
};

/** Where in the app a cause is mended; null where only the order itself, or Shopify, can be. */
export const placeToMend = (code: string | null): Place | null => (code !== null && Object.hasOwn(PLACES, code) ? PLACES[code]! : null);
