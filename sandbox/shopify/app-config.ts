import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

const metafieldSchema = z.object({
  type: z.string(),
  name: z.string().optional(),
  capabilities: z.object({ cart_to_order_copyable: z.boolean().optional() }).optional(),
});

const subscriptionSchema = z
  .strictObject({
    topics: z.array(z.string().regex(/^[a-z_]+\/[a-z_]+$/)).optional(),
    compliance_topics: z.array(z.enum(["customers/data_request", "customers/redact", "shop/redact"])).optional(),
    uri: z.string(),
  })
  .refine((one) => one.topics || one.compliance_topics, "a subscription names its topics");

const configSchema = z.object({
  client_id: z.string().min(1),
  name: z.string().min(5).max(30),
  handle: z.string().min(1),
  application_url: z.url(),
  access_scopes: z.object({ scopes: z.string() }),
  webhooks: z.object({ api_version: z.string(), subscriptions: z.array(subscriptionSchema) }),
  order: z.object({ metafields: z.object({ app: z.record(z.string(), metafieldSchema) }) }).optional(),
});

export interface MetafieldDefinition {
  key: string;
  type: string;
  name: string;
  isCopiedFromCart: boolean;
}
export interface AppConfig {
  clientId: string;
  name: string;
  handle: string;
  scopes: string[];
  apiVersion: string;
  subscriptions: { topic: string; uri: string }[];
  orderMetafields: MetafieldDefinition[];
  /** Functions that a deploy would bring, by handle, with the folder of each. */
  functions: Map<string, string>;
}

const extensionSchema = z.object({ extensions: z.array(z.object({ type: z.string(), handle: z.string() })) });

function functionsIn(folder: string): Map<string, string> {
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "shopify.extension.toml")) : [];
  return new Map(
    files.filter(existsSync).flatMap((file) =>
      extensionSchema
        .parse(parse(readFileSync(file, "utf8")))
        .extensions.filter(({ type }) => type === "function")
        .map(({ handle }): [string, string] => [handle, dirname(file)]),
    ),
  );
}

/** Reads `shopify.app.toml`; throws on what Shopify would refuse to deploy. */
export function readAppConfig(path: string): AppConfig {
  const config = configSchema.parse(parse(readFileSync(path, "utf8")));
  return {
    clientId: config.client_id,
    name: config.name,
    handle: config.handle,
    scopes: config.access_scopes.scopes
      .split(",")
      .map((scope) => scope.trim())
      .filter(Boolean),
    apiVersion: config.webhooks.api_version,
    subscriptions: config.webhooks.subscriptions.flatMap(({ topics = [], compliance_topics = [], uri }) =>
      [...topics, ...compliance_topics].map((topic) => ({ topic, uri })),
    ),
    orderMetafields: Object.entries(config.order?.metafields.app ?? {}).map(([key, one]) => ({
      key,
      type: one.type,
      name: one.name ?? key,
      isCopiedFromCart: one.capabilities?.cart_to_order_copyable ?? false,
    })),
    functions: functionsIn(join(dirname(path), "extensions")),
  };
}
