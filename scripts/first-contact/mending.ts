import type { Deviation } from "./shape.ts";
import type { Severity } from "./probe.ts";

type Rule = { probe: RegExp; path: RegExp; mend: string; severity: Severity | ((change: Deviation["change"]) => Severity) };

/** Gone or of another kind: what reads it breaks. New or merely not met this time: nothing reads it. */
const ifGone = (change: Deviation["change"]): Severity => (change === "absent" || change === "kind" ? "blocks" : "cosmetic");
const look = (change: Deviation["change"]): Severity => (change === "absent" || change === "kind" ? "unknown" : "cosmetic");

/** Where in our code a difference would be mended, and how bad it is. The first rule that fits counts. */
const RULES: Rule[] = [
  {
    probe: /^shopify\/(orders-as-read|hand-made)/,
    path: /taxLines|currentTotalPriceSet|originalUnitPriceSet|discountAllocations|discountedPriceSet/,
    mend: "app/adapters/shopify/to-sale-order.ts, app/domain/document/totals.ts",
    severity: ifGone,
  },
  {
    probe: /^shopify\/(orders-as-read|hand-made)/,
    path: /transactions|paymentGatewayNames|displayFinancialStatus/,
    mend: "app/domain/order/payment-type.ts",
    severity: look,
  },
  {
    probe: /^shopify\/(orders-as-read|hand-made)/,
    path: /Address|province|zip|city/,
    mend: "app/domain/zone/find-zone.ts, app/adapters/shopify/to-sale-order.ts",
    severity: look,
  },
  {
    probe: /^shopify\/(orders-as-read|hand-made)/,
    path: /fiscalData|customAttributes|localizedFields/,
    mend: "app/domain/fiscal-data/parse.ts, shopify.app.toml",
    severity: look,
  },
  {
    probe: /^shopify\/(orders-as-read|hand-made)/,
    path: /(^|\.)(id|name|number|createdAt|updatedAt|currencyCode|taxesIncluded)$/,
    mend: "app/adapters/shopify/order-node.ts",
    severity: ifGone,
  },
  { probe: /^shopify\/(webhooks|carrier)/, path: /headers|query/, mend: "app/routes/webhooks.$.ts, app/shopify.server.ts", severity: look },
  { probe: /^shopify\/webhooks/, path: /admin_graphql_api_id/, mend: "app/domain/order/webhook.ts", severity: ifGone },
  {
    probe: /^shopify\/webhooks/,
    path: /body/,
    mend: "sandbox/shopify/webhooks/order-payload.ts (the app reads the id only)",
    severity: () => "cosmetic",
  },
  { probe: /./, path: /extensions\.cost|throttleStatus/, mend: "app/adapters/shopify/operations.ts (page sizes)", severity: look },
  {
    probe: /^authority\//,
    path: /(estado|autorizaciones|autorizacion|claveAcceso\w*|RespuestaRecepcionComprobante|RespuestaAutorizacionComprobante|fechaAutorizacion|comprobante|identificador)$/,
    mend: "app/countries/ec/answers.ts",
    severity: ifGone,
  },
  { probe: /^authority\//, path: /./, mend: "app/countries/ec/answers.ts, sandbox/tax-authorities/ec-sri/soap.ts", severity: look },
  {
    probe: /^chain\/on-shopify/,
    path: /./,
    mend: "app/workflows/delivery/publish-delivery.ts, app/workflows/document/write-back-document.ts",
    severity: look,
  },
];

export function mendingOf(probe: string, { path, change }: Deviation, usual: string): { mend: string; severity: Severity } {
  const rule = RULES.find((candidate) => candidate.probe.test(probe) && candidate.path.test(path));
  if (!rule) return { mend: usual, severity: look(change) };
  return { mend: rule.mend, severity: typeof rule.severity === "function" ? rule.severity(change) : rule.severity };
}
