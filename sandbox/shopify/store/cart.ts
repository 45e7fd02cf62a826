import { z } from "zod";
import type { SandboxRequest } from "../../http.ts";
import type { Product } from "../domain/catalogue-state.ts";
import type { Shop } from "../domain/state.ts";
import { cookieOf } from "../pages/language.ts";

export interface CartLine {
  product: Product;
  quantity: number;
}
const MOST_UNITS = 99;
export const attributesSchema = z.record(z.string().min(1).max(255), z.string().max(255));
export type Attributes = z.infer<typeof attributesSchema>;

/** The cart lives in the shopper's cookie: `handle.quantity` pairs. */
export function readCart(shop: Shop, { headers }: Pick<SandboxRequest, "headers">): CartLine[] {
  const pairs = (cookieOf(headers.cookie, "cart") ?? "").split("_").map((pair) => pair.split("."));
  return pairs.flatMap(([handle, count]) => {
    const product = shop.products.find((one) => one.handle === handle);
    const quantity = Number(count);
    return product && Number.isInteger(quantity) && quantity > 0 ? [{ product, quantity: Math.min(quantity, MOST_UNITS) }] : [];
  });
}

export const cartCookie = (lines: CartLine[]): string =>
  `cart=${lines
    .filter((line) => line.quantity > 0)
    .map((line) => `${line.product.handle}.${Math.min(line.quantity, MOST_UNITS)}`)
    .join("_")}; Path=/; SameSite=Lax; Max-Age=604800`;

export function withProduct(lines: CartLine[], product: Product, quantity: number): CartLine[] {
  const present = lines.find((line) => line.product === product);
  return present
    ? lines.map((line) => (line === present ? { product, quantity: line.quantity + quantity } : line))
    : [...lines, { product, quantity }];
}

/** What the page or an app's block wrote on the cart; in a cookie too. */
export function cartAttributes({ headers }: Pick<SandboxRequest, "headers">): Attributes {
  const kept = attributesSchema.safeParse(JSON.parse(cookieOf(headers.cookie, "cart_attributes") ?? "{}"));
  return kept.success ? kept.data : {};
}

/** A blank value takes an attribute away, as on Shopify. */
export function attributesCookie(attributes: Attributes): string {
  const kept = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ""));
  return `cart_attributes=${encodeURIComponent(JSON.stringify(kept))}; Path=/; SameSite=Lax; Max-Age=604800`;
}

export const cartTotal = (lines: CartLine[]): number => lines.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
export const cartCount = (lines: CartLine[]): number => lines.reduce((sum, line) => sum + line.quantity, 0);
