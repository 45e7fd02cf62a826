import type { AppMetafieldEntry, Attribute, CartInstructions } from "@shopify/ui-extensions/checkout";
import { host } from "./host";

// Names on Shopify, shared with the server: metafield `$app:fiscal_data`, attribute `_fiscal_data`.
const METAFIELD = { namespace: "$app", key: "fiscal_data" } as const;
const ATTRIBUTE = "_fiscal_data";

export type Place = "metafield" | "attribute";

/** Where this checkout lets us write; null under express wallets and other checkouts that allow neither. */
export function writablePlace(instructions: CartInstructions | undefined): Place | null {
  if (instructions?.metafields.canSetCartMetafields) return "metafield";
  return instructions?.attributes.canUpdateAttributes ? "attribute" : null;
}

/** What the cart holds already: the metafield, else the attribute. Only metafields of this app reach the block. */
export function storedJson(metafields: readonly AppMetafieldEntry[] = [], attributes: readonly Attribute[] = []): string | null {
  const entry = metafields.find(({ target, metafield }) => target.type === "cart" && metafield.key === METAFIELD.key);
  const attribute = attributes.find(({ key }) => key === ATTRIBUTE);
  return (entry?.metafield.value ?? attribute?.value) || null;
}

/** Writes (or, with null, takes away) the fiscal data on the cart; false when checkout refused or could not be reached. */
export async function writeToCart(json: string | null): Promise<boolean> {
  const place = writablePlace(host().instructions.value);
  if (place === null) return false;
  const result = await (place === "metafield" ? changeMetafield(json) : changeAttribute(json));
  return result.type === "success";
}

function changeMetafield(json: string | null) {
  if (json === null && host().instructions.value.metafields.canDeleteCartMetafield) {
    return host().applyMetafieldChange({ type: "removeCartMetafield", ...METAFIELD });
  }
  // Where it may be set but not deleted, an empty object reads as "no fiscal data".
  const metafield = { ...METAFIELD, type: "json", value: json ?? "{}" };
  return host().applyMetafieldChange({ type: "updateCartMetafield", metafield });
}

function changeAttribute(json: string | null) {
  if (json === null) return host().applyAttributeChange({ type: "removeAttribute", key: ATTRIBUTE });
  return host().applyAttributeChange({ type: "updateAttribute", key: ATTRIBUTE, value: json });
}
