import { readFileSync } from "node:fs";
import { join } from "node:path";
import { markup, raw, type Markup } from "../pages/markup.ts";
import type { Language } from "../pages/language.ts";
import type { Attributes } from "./cart.ts";
import type { Visit } from "./layout.ts";
import { renderLiquid } from "./liquid.ts";

const EXTENSION = "extensions/cart-district";
const localeFiles: Record<Language, string> = { es: "es.json", en: "en.default.json" };
const read = (root: string, path: string): string => readFileSync(join(root, EXTENSION, path), "utf8");

type Texts = { [key: string]: Texts | string };

/** The app's block on the cart page, as a merchant would have placed it: its own Liquid, texts and script. */
export function districtBlock(root: string, { shop, language }: Visit, attributes: Attributes): Markup {
  const texts = JSON.parse(read(root, join("locales", localeFiles[language]))) as Texts;
  const values = {
    app: { metafields: metafieldsOf(shop.appMetafields) },
    cart: { attributes },
    routes: { cart_update_url: "/cart/update" },
    block: { id: "sandbox" },
  };
  const block = renderLiquid(read(root, "blocks/district.liquid"), values, (key) => textOf(texts, key));
  return markup`${raw(block)}${raw(block.trim() === "" ? "" : `<script src="/store/district.js" defer></script>`)}`;
}

export const districtScript = (root: string): Buffer => readFileSync(join(root, EXTENSION, "assets/district.js"));

function metafieldsOf(all: Visit["shop"]["appMetafields"]) {
  const byNamespace = Map.groupBy(all, ({ namespace }) => namespace);
  const valueOf = ({ type, value }: { type: string; value: string }) => ({
    value: type === "json" ? (JSON.parse(value) as unknown) : value,
  });
  return Object.fromEntries(
    [...byNamespace].map(([namespace, own]) => [namespace, Object.fromEntries(own.map((one) => [one.key, valueOf(one)]))]),
  );
}

function textOf(texts: Texts, key: string): string {
  const found = key.split(".").reduce<Texts | string | undefined>((at, name) => (typeof at === "object" ? at[name] : undefined), texts);
  if (typeof found !== "string") throw new Error(`the block has no text "${key}"`);
  return found;
}
