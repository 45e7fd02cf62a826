import type { MetafieldDefinition } from "../../app-config.ts";
import { gid } from "../../domain/gid.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";

/** Shopify writes `$app` out as the app's own namespace. */
const OWN_NAMESPACE = "app--101";

const definitionNode = ({ key, type, name, isCopiedFromCart }: MetafieldDefinition, index: number) => ({
  __typename: "MetafieldDefinition",
  id: gid("MetafieldDefinition", 301 + index),
  key,
  name,
  namespace: OWN_NAMESPACE,
  ownerType: "ORDER",
  type: { name: type, category: "JSON" },
  capabilities: { cartToOrderCopyable: { enabled: isCopiedFromCart, eligible: true } },
});

/** What `shopify app deploy` made of shopify.app.toml. */
export const appSettingsQueries = {
  metafieldDefinitions: (
    args: PageArguments & { ownerType: string; namespace?: string | null; key?: string | null },
    { core }: Context,
  ) => {
    const isAsked = args.ownerType === "ORDER" && (!args.namespace || args.namespace === "$app" || args.namespace === OWN_NAMESPACE);
    const found = isAsked ? core.config.orderMetafields.filter(({ key }) => !args.key || key === args.key) : [];
    return connection(found.map(definitionNode), args, (node) => node);
  },
  // Those of the TOML are the app's, not the shop's: the API lists none of them, and the sandbox has no others.
  webhookSubscriptions: (args: PageArguments) => connection<never>([], args, (none) => none),
};
