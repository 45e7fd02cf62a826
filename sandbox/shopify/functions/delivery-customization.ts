import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, graphqlSync, type GraphQLSchema, type IntrospectionQuery } from "graphql";
import { z } from "zod";
import { runFunction } from "./host.ts";

/** A metafield that is larger than this reads as none. */
const MOST_METAFIELD_BYTES = 10_000;

export interface CheckoutAddress {
  countryCode: string | null;
  city: string | null;
  zip: string | null;
  address2: string | null;
  latitude: number | null;
  longitude: number | null;
}
export interface FunctionCart {
  attributes: { key: string; value: string }[];
  address: CheckoutAddress;
  options: { handle: string; title: string }[];
}
type Metafields = { namespace: string; key: string; value: string }[];

const outputSchema = z.strictObject({
  operations: z.array(z.strictObject({ deliveryOptionHide: z.strictObject({ deliveryOptionHandle: z.string() }) })),
});

let schema: GraphQLSchema | null = null;

function functionSchema(): GraphQLSchema {
  if (schema) return schema;
  const folders = createRequire(import.meta.url).resolve.paths("@shopify/dev-mcp") ?? [];
  const name = "@shopify/dev-mcp/dist/data/functions_delivery_customization_2026-10.json.gz";
  const path = folders.map((folder) => join(folder, name)).find(existsSync);
  if (!path) throw new Error("@shopify/dev-mcp is not installed: the sandbox needs its Functions schema (npm ci)");
  const { data } = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8")) as { data: IntrospectionQuery };
  // The data leaves out deprecated input fields, and with them all fields of some inputs: queries are checked, the schema itself is not.
  return (schema = buildClientSchema(data, { assumeValid: true }));
}

export interface DeliveryFunction {
  module: WebAssembly.Module;
  inputQuery: string;
}

/** Handles of the options that the function hides, for one delivery of a cart. */
export const hiddenOptions = (one: DeliveryFunction, cart: FunctionCart, metafields: Metafields): string[] =>
  runDelivery(one, { attributes: cart.attributes, groups: [cart] }, metafields).hidden;

export type Groups = Pick<FunctionCart, "attributes"> & { groups: Omit<FunctionCart, "attributes">[] };

/** The same for a cart of several deliveries, and what the run took; the input is read by the function's own query against Shopify's schema. */
export function runDelivery({ module, inputQuery }: DeliveryFunction, cart: Groups, metafields: Metafields) {
  const { data, errors } = graphqlSync({ schema: functionSchema(), source: inputQuery, rootValue: inputOf(cart, metafields) });
  if (errors) throw new Error(`the function's input query: ${errors[0]?.message}`);
  const input = JSON.parse(JSON.stringify(data)) as Parameters<typeof runFunction>[2];
  const { output, ...took } = runFunction(module, "cart_delivery_options_transform_run", input);
  const { operations } = outputSchema.parse(output);
  return { hidden: operations.map(({ deliveryOptionHide }) => deliveryOptionHide.deliveryOptionHandle), ...took };
}

function inputOf({ attributes, groups }: Groups, metafields: Metafields): object {
  const deliveryGroups = groups.map(({ address, options }) => ({
    deliveryAddress: { ...address, provinceCode: null },
    deliveryOptions: options.map((option) => ({ ...option, code: option.title, description: null, deliveryMethodType: "SHIPPING" })),
  }));
  return {
    cart: {
      attribute: ({ key }: { key: string }) => attributes.find((one) => one.key === key) ?? null,
      deliveryGroups,
    },
    deliveryCustomization: {
      metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
        const found = metafields.find((one) => one.key === key && one.namespace === (namespace ?? "$app"));
        return found && Buffer.byteLength(found.value) <= MOST_METAFIELD_BYTES ? { value: found.value } : null;
      },
    },
  };
}
