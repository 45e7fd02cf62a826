import { z } from "zod";
import { bytes, html, invalid, json, notFound, redirect, type Answer, type Router, type SandboxRequest } from "../../http.ts";
import { fieldErrors } from "../control/order-body.ts";
import type { Shop } from "../domain/state.ts";
import { languageOf } from "../pages/language.ts";
import type { Shopify } from "../parts.ts";
import { attributesCookie, attributesSchema, cartAttributes, cartCookie, cartCount, readCart, withProduct, type CartLine } from "./cart.ts";
import { complete, quote } from "./checkout-calls.ts";
import { checkoutPage } from "./checkout-page.ts";
import { districtBlock, districtScript } from "./district-block.ts";
import { productDrawing } from "./drawings.ts";
import { extensionBundle, extensionPage } from "./extension-page.ts";
import type { Visit } from "./layout.ts";
import { cartPage, gridPage, productPage } from "./product-pages.ts";
import { startPage } from "./start-page.ts";
import { statusPage } from "./status-page.ts";

/** The demo shop's storefront, its checkout and the order status page. */
export function mountStore(router: Router, shopify: Shopify, missing: () => string[]): void {
  const { core, root } = shopify;
  const shop = (): Shop => core.world.shop(shopify.demoShop) as Shop;
  const page = (show: (visit: Visit, request: SandboxRequest, lines: CartLine[]) => Answer) => (request: SandboxRequest) => {
    const lines = readCart(shop(), request);
    return show({ shop: shop(), language: languageOf(request), cartCount: cartCount(lines) }, request, lines);
  };

  router.on(
    "GET",
    "/",
    page((visit) => startPage(visit, missing())),
  );
  router.on("GET", "/store", page(gridPage));
  router.on("GET", "/store/images/:name", ({ params }) => {
    const drawing = productDrawing((params.name ?? "").replace(/\.svg$/, ""));
    return drawing ? bytes(drawing.text, "image/svg+xml") : notFound();
  });
  router.on(
    "GET",
    "/store/products/:handle",
    page((visit, { params }) => {
      const product = visit.shop.products.find((one) => one.handle === params.handle);
      return product ? productPage(visit, product) : html("404", 404);
    }),
  );
  router.on(
    "GET",
    "/store/cart",
    page((visit, request, lines) => cartPage(visit, lines, districtBlock(root, visit, cartAttributes(request)))),
  );
  router.on(
    "POST",
    "/store/cart",
    page((visit, request, lines) => addToCart(visit.shop, request, lines)),
  );
  router.on("GET", "/store/district.js", () => bytes(districtScript(root), "text/javascript; charset=utf-8"));
  router.on("POST", "/cart/update.js", (request) => {
    const parsed = z.object({ attributes: attributesSchema }).safeParse(request.json());
    if (!parsed.success) return invalid(fieldErrors(parsed.error));
    const attributes = { ...cartAttributes(request), ...parsed.data.attributes };
    const answer = json({ attributes });
    return { ...answer, headers: { ...answer.headers, "set-cookie": attributesCookie(attributes) } };
  });
  router.on(
    "POST",
    "/store/cart/update",
    page((_visit, request, lines) => {
      const form = request.form();
      return withCart(
        redirect("/store/cart"),
        lines.map((line) => ({ ...line, quantity: Number(form.get(line.product.handle) ?? line.quantity) })),
      );
    }),
  );
  router.on(
    "GET",
    "/checkout",
    page((visit, _request, lines) => (lines.length > 0 ? checkoutPage(visit, lines) : redirect("/store/cart"))),
  );
  router.on("POST", "/checkout/quote", (request) => quote(shopify, shop(), request));
  router.on("POST", "/checkout/complete", (request) => complete(shopify, shop(), request));
  router.on("GET", "/checkout/extension", (request) => extensionPage(root, languageOf(request)));
  router.on("GET", "/checkout/extension.js", () => extensionBundle(root));
  router.on(
    "GET",
    "/orders/:token",
    page((visit, { params }) => {
      const found = core.world.state.shops
        .flatMap((one) => one.orders.map((order) => ({ one, order })))
        .find(({ order }) => order.token === params.token);
      return found ? statusPage({ ...visit, shop: found.one }, found.order, core.world.now()) : html("404", 404);
    }),
  );
}

function addToCart(shop: Shop, request: SandboxRequest, lines: CartLine[]): Answer {
  const form = request.form();
  const product = shop.products.find((one) => one.handle === form.get("handle"));
  const quantity = Number(form.get("quantity") ?? 1);
  if (!product || !Number.isInteger(quantity) || quantity < 1) return notFound("no such product");
  return withCart(redirect("/store/cart"), withProduct(lines, product, quantity));
}

const withCart = (answer: Answer, lines: CartLine[]): Answer => ({
  ...answer,
  headers: { ...answer.headers, "set-cookie": cartCookie(lines) },
});
