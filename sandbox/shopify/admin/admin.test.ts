import { afterEach, expect, test } from "vitest";
import { anOrder, openBox, type Box } from "../testing/box.ts";

let box: Box;
afterEach(() => box.close());

const visit = (path: string, init?: RequestInit) =>
  fetch(box.base.replace("127.0.0.1", "localhost") + path, { redirect: "manual", ...init });
const shellOf = (page: string) => JSON.parse(/id="shell">(.*?)<\/script>/.exec(page)?.[1] ?? "null") as { src: string; appOrigin: string };

test("the app is framed at the path of the admin's address, with shop, host and a token", async () => {
  box = await openBox();
  const { src, appOrigin } = shellOf(await (await visit("/admin/apps/bimcommerce/app/orders/7?view=all")).text());
  const url = new URL(src);
  expect([url.origin, url.pathname, url.searchParams.get("view")]).toEqual([appOrigin, "/app/orders/7", "all"]);
  expect(url.searchParams.get("shop")).toBe("demo.myshopify.com");
  expect(Buffer.from(url.searchParams.get("host") ?? "", "base64").toString()).toBe("admin.shopify.com/store/demo");
  const claims = JSON.parse(Buffer.from(url.searchParams.get("id_token")?.split(".")[1] ?? "", "base64url").toString()) as Record<
    string,
    number | string
  >;
  expect(claims).toMatchObject({
    aud: "bimcommerce-demo-key",
    dest: "https://demo.myshopify.com",
    iss: "https://demo.myshopify.com/admin",
  });
  expect(Number(claims.exp) - Number(claims.iat)).toBe(60);
});

test("another shop's admin frames the app for that shop", async () => {
  box = await openBox();
  expect(shellOf(await (await visit("/admin/apps/bimcommerce?shop=otra.myshopify.com")).text()).src).toContain("shop=otra.myshopify.com");
  expect((await visit("/admin/orders?shop=nobody.myshopify.com")).status).toBe(404);
});

test("under 127.0.0.1 the admin sends on to localhost, so that it is another site than the app", async () => {
  box = await openBox();
  const answer = await fetch(`${box.base}/admin/orders`, { redirect: "manual" });
  expect([answer.status, answer.headers.get("location")]).toEqual([302, `${box.base.replace("127.0.0.1", "localhost")}/admin/orders`]);
});

test("the order page opens a return of what was sent, and ends it", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder());
  const press = (search: string) => visit(`/admin/orders/1001/return${search}`, { method: "POST" });
  const page = async () => (await visit("/admin/orders/1001")).text();
  expect(await page()).not.toContain("Abrir devolución");
  await box.post("/sandbox/orders/1001/fulfill");
  expect(await page()).toContain("Abrir devolución");
  await press("");
  expect(await page()).toContain("Cancelar devolución");
  await press("?move=cancel");
  expect(await page()).toContain("Abrir devolución");
});

test("the order page acts for the merchant and shows why Shopify refuses", async () => {
  box = await openBox();
  await box.post("/sandbox/orders", anOrder({ payment: "cash_on_delivery" }));
  expect((await visit("/admin/orders/1001/pay", { method: "POST" })).headers.get("location")).toBe("/admin/orders/1001");
  expect(await (await visit("/admin/orders/1001")).text()).toContain("Marcado como pagado");
  const refused = (await visit("/admin/orders/1001/pay", { method: "POST" })).headers.get("location") ?? "";
  expect(await (await visit(refused)).text()).toContain("Order cannot be marked as paid.");
});
