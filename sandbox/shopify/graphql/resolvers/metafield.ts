import { createHash } from "node:crypto";
import { Refusal } from "../../domain/core.ts";
import { gid, idOf, typeOf } from "../../domain/gid.ts";
import type { Metafield, Order } from "../../domain/order-state.ts";
import type { Shop } from "../../domain/state.ts";
import { tell } from "../../domain/core.ts";
import { requireScope } from "../access.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { payload } from "./refusal.ts";

const SET_LIMIT = 25;
const plainTypes = [
  "json",
  "single_line_text_field",
  "multi_line_text_field",
  "boolean",
  "number_integer",
  "number_decimal",
  "url",
  "date",
  "date_time",
];
/** Without a namespace the app's reserved one is meant. */
const namespaceOf = (given: string | null | undefined): string => given ?? "$app";
const digestOf = (metafield: Metafield): string => createHash("sha256").update(`${metafield.value}${metafield.updatedAt}`).digest("hex");

type OwnerType = "ORDER" | "SHOP" | "PRODUCT" | "API_PERMISSION";

export const metafieldNode = (metafield: Metafield, ownerType: OwnerType) => ({
  __typename: "Metafield",
  id: gid("Metafield", metafield.id),
  legacyResourceId: String(metafield.id),
  namespace: metafield.namespace,
  key: metafield.key,
  type: metafield.type,
  value: metafield.value,
  jsonValue: () => (metafield.type === "json" ? JSON.parse(metafield.value) : metafield.value),
  compareDigest: digestOf(metafield),
  createdAt: metafield.createdAt,
  updatedAt: metafield.updatedAt,
  ownerType,
  sizeInBytes: Buffer.byteLength(metafield.value),
});

/** The `metafield` and `metafields` fields of an owner. */
export const metafieldFields = (metafields: Metafield[], ownerType: OwnerType) => ({
  metafield: ({ namespace, key }: { namespace?: string | null; key: string }) => {
    const found = metafields.find((one) => one.namespace === namespaceOf(namespace) && one.key === key);
    return found ? metafieldNode(found, ownerType) : null;
  },
  metafields: (args: PageArguments & { namespace?: string | null; keys?: string[] | null }) =>
    connection(
      metafields.filter(
        (one) => (!args.namespace || one.namespace === args.namespace) && (!args.keys || args.keys.includes(`${one.namespace}.${one.key}`)),
      ),
      args,
      (one) => metafieldNode(one, ownerType),
    ),
});

interface SetInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
}
interface Planned {
  input: SetInput;
  type: string;
  list: Metafield[];
  order: Order | null;
  ownerType: OwnerType;
}

/** All or none, at most 25 at a time, as Shopify. */
export function metafieldsSet({ metafields }: { metafields: SetInput[] }, context: Context): unknown {
  return payload(() => {
    if (metafields.length > SET_LIMIT)
      throw new Refusal(`Exceeded the maximum metafields input limit of ${SET_LIMIT}.`, ["metafields"], "LESS_THAN_OR_EQUAL_TO");
    const planned = metafields.map((input, index) => plan(input, index, context));
    const now = context.core.world.now().toISOString();
    const written = planned.map(({ input, type, list, ownerType }) => {
      const namespace = namespaceOf(input.namespace);
      let metafield = list.find((one) => one.namespace === namespace && one.key === input.key);
      if (metafield) Object.assign(metafield, { value: input.value, type, updatedAt: now });
      else
        list.push(
          (metafield = {
            id: context.core.world.newId(),
            namespace,
            key: input.key,
            type,
            value: input.value,
            createdAt: now,
            updatedAt: now,
          }),
        );
      return metafieldNode(metafield, ownerType);
    });
    for (const order of new Set(planned.flatMap((one) => one.order ?? [])))
      tell(context.core, context.shop, order, "Metafields changed", "orders/updated");
    context.core.world.changed();
    return { metafields: written };
  }, ["metafields"]);
}

function plan(input: SetInput, index: number, context: Context): Planned {
  const at = (name: string) => ["metafields", String(index), name];
  const { list, order, ownerType } = ownerOf(input.ownerId, context.shop, at("ownerId"));
  if (ownerType === "PRODUCT") requireScope(context, "write_products", "metafieldsSet");
  if (order) requireScope(context, "write_orders", "metafieldsSet");
  const namespace = namespaceOf(input.namespace);
  if (input.key.length < 2 || input.key.length > 64 || !/^[\w-]+$/.test(input.key))
    throw new Refusal("Key is invalid", at("key"), "INVALID");
  const definition = order && namespace === "$app" ? context.core.config.orderMetafields.find((one) => one.key === input.key) : undefined;
  const existing = list.find((one) => one.namespace === namespace && one.key === input.key);
  const type = input.type ?? definition?.type ?? existing?.type;
  if (!type) throw new Refusal("Type can't be blank", at("type"), "BLANK");
  if (!plainTypes.includes(type))
    throw new Refusal(`Type must be one of the following: ${plainTypes.join(", ")}.`, at("type"), "INCLUSION");
  if (definition && definition.type !== type)
    throw new Refusal(`Type '${type}' must be consistent with the definition's type: '${definition.type}'.`, at("type"), "INVALID_TYPE");
  if (input.value === "") throw new Refusal("Value can't be blank.", at("value"), "BLANK");
  if (type === "json" && !isJson(input.value)) throw new Refusal("Value is invalid JSON.", at("value"), "INVALID_VALUE");
  if (input.compareDigest && (!existing || digestOf(existing) !== input.compareDigest)) {
    throw new Refusal(
      "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
      ["metafields", String(index)],
      "STALE_OBJECT",
    );
  }
  return { input, type, list, order, ownerType };
}

function ownerOf(ownerId: string, shop: Shop, field: string[]): Pick<Planned, "list" | "order" | "ownerType"> {
  if (idOf("Shop", ownerId) === shop.id) return { list: shop.metafields, order: null, ownerType: "SHOP" };
  if (idOf("AppInstallation", ownerId) === shop.id) return { list: shop.appMetafields, order: null, ownerType: "API_PERMISSION" };
  const product = shop.products.find((one) => one.id === idOf("Product", ownerId));
  if (product) return { list: product.metafields, order: null, ownerType: "PRODUCT" };
  const order = typeOf(ownerId) === "Order" ? shop.orders.find((one) => one.id === idOf("Order", ownerId)) : undefined;
  if (!order) throw new Refusal("Owner does not exist.", field, "INVALID");
  return { list: order.metafields, order, ownerType: "ORDER" };
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
