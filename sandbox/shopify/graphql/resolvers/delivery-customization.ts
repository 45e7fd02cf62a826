import { Refusal } from "../../domain/core.ts";
import { gid, idOf } from "../../domain/gid.ts";
import type { DeliveryCustomization } from "../../domain/shipping-state.ts";
import { requireScope } from "../access.ts";
import { connection, type PageArguments } from "../connection.ts";
import type { Context } from "../context.ts";
import { payload } from "./refusal.ts";

const MOST_ACTIVE = 25;
/** Since 2026-04 no metafield takes more. */
const MOST_BYTES = 16_384;

const node = ({ id, title, enabled }: DeliveryCustomization) => ({
  __typename: "DeliveryCustomization",
  id: gid("DeliveryCustomization", id),
  title,
  enabled,
});

export const deliveryCustomizationQueries = {
  deliveryCustomizations: (args: PageArguments, { shop }: Context) =>
    connection(shop.deliveryCustomizations, args, node, ({ id }) => String(id)),
};

type Input = {
  title?: string | null;
  enabled?: boolean | null;
  functionHandle?: string | null;
  metafields?: { namespace?: string | null; key: string; type?: string | null; value: string }[] | null;
};

export const deliveryCustomizationMutations = {
  deliveryCustomizationCreate: ({ deliveryCustomization: input }: { deliveryCustomization: Input }, context: Context) =>
    payload(() => {
      requireScope(context, "write_delivery_customizations", "deliveryCustomizationCreate");
      const { shop, core } = context;
      const { functionHandle, title } = input;
      if (!functionHandle)
        throw new Refusal("Either function_id or function_handle must be provided.", null, "MISSING_FUNCTION_IDENTIFIER");
      if (!core.config.functions.has(functionHandle))
        throw new Refusal(`Could not find a function with handle: ${functionHandle}.`, ["functionHandle"], "FUNCTION_NOT_FOUND");
      if (!title) throw new Refusal("Required input field must be present.", ["title"], "REQUIRED_INPUT_FIELD");
      if (shop.deliveryCustomizations.filter(({ enabled }) => enabled).length >= MOST_ACTIVE)
        throw new Refusal("The maximum of active customizations is reached.", null, "MAXIMUM_ACTIVE_DELIVERY_CUSTOMIZATIONS");
      const made: DeliveryCustomization = { id: core.world.newId(), title, enabled: false, functionHandle, metafields: [], problem: null };
      change(made, input);
      shop.deliveryCustomizations.push(made);
      core.world.changed();
      return { deliveryCustomization: node(made) };
    }, ["deliveryCustomization"]),
  deliveryCustomizationUpdate: ({ id, deliveryCustomization: input }: { id: string; deliveryCustomization: Input }, context: Context) =>
    payload(() => {
      requireScope(context, "write_delivery_customizations", "deliveryCustomizationUpdate");
      const { shop, core } = context;
      const found = shop.deliveryCustomizations.find((one) => one.id === idOf("DeliveryCustomization", id));
      if (!found) throw new Refusal("Could not find a delivery customization with that id.", ["id"], "DELIVERY_CUSTOMIZATION_NOT_FOUND");
      change(found, input);
      core.world.changed();
      return { deliveryCustomization: node(found) };
    }, ["deliveryCustomization"]),
};

function change(one: DeliveryCustomization, { title, enabled, metafields }: Input): void {
  for (const { namespace, key, type, value } of metafields ?? []) {
    if (value === "" || Buffer.byteLength(value) > MOST_BYTES)
      throw new Refusal(`The metafield ${key} is blank or too large.`, ["metafields"], "INVALID_METAFIELDS");
    one.metafields = one.metafields.filter((other) => other.key !== key || other.namespace !== (namespace ?? "$app"));
    one.metafields.push({ namespace: namespace ?? "$app", key, type: type ?? "single_line_text_field", value });
  }
  if (title) one.title = title;
  if (typeof enabled === "boolean") one.enabled = enabled;
}
