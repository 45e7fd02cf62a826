import type { SandboxRequest } from "../../http.ts";
import type { Product, Shop } from "../domain/state.ts";
import { cookieOf } from "../pages/language.ts";

export interface CartLine {
  product: Product;
  quantity: number;
}
const MOST_UNITS = 99;

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

export const cartTotal = (lines: CartLine[]): number => lines.reduce((sum, line) => sum + line.product.price * line.quantity, 0);
export const cartCount = (lines: CartLine[]): number => lines.reduce((sum, line) => sum + line.quantity, 0);
