import { existsSync, readFileSync } from "node:fs";
import { inProject } from "../root.ts";
import type { Settings } from "../stack/secrets.ts";

export type Missing = { name: string; why: string };

const PLACEHOLDER = "bimcommerce-demo-key";

const clientId = (toml: string) => /^client_id\s*=\s*"([^"]*)"/m.exec(toml)?.[1] ?? "";

/** What a run against a real store can't do without, and where it comes from. */
export function missingFor(settings: Settings, appToml: string): Missing[] {
  const missing: Missing[] = [];
  if (["", PLACEHOLDER].includes(clientId(appToml)))
    missing.push({ name: "client_id in shopify.app.toml", why: "your app's id: npx @shopify/cli@4.8.2 app config link writes it" });
  if (!settings.SMTP_URL)
    missing.push({ name: "SMTP_URL", why: "a mail server for invoices and courier links: smtps://user:password@host:465" });
  if (!settings.MAIL_FROM) missing.push({ name: "MAIL_FROM", why: "the sender's address, one your mail server may send from" });
  if (settings.SHOPIFY_BASE_URL)
    missing.push({ name: "SHOPIFY_BASE_URL", why: "it points away from Shopify: leave it empty for a real store" });
  return missing;
}

export const readAppToml = () => {
  const file = inProject("shopify.app.toml");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
