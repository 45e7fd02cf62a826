// What a buyer was charged for shipping is not what the zone costs: the order says so, and one click puts it right. And the settings of a shop without calculated rates.
import { expect, test } from "vitest";
import { sampleOrder } from "../../scripts/story/sample-orders.ts";
import { until, worldAt } from "../../scripts/story/world.ts";
import { DESKTOP, LOCALES, PHONE, useBrowser } from "./people/browser.ts";
import { picture } from "./people/camera.ts";
import { openApp, openOrder } from "./people/merchant.ts";
import { stackHere } from "./people/stack.ts";

const browser = useBrowser(["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"]);
const OTHER = "otra.myshopify.com";
const ALL = Object.entries(LOCALES).flatMap(([language, locale]) => [false, true].map((isPhone) => ({ language, locale, isPhone })));
// Each language and each size once.
const VIEWS = process.env.TEST_FULL ? ALL : ALL.filter(({ language, isPhone }) => (language === "en") === isPhone);

test.each(VIEWS)("another price than the zone's, $language, phone: $isPhone", async ({ language, locale, isPhone }) => {
  const options = isPhone ? { ...PHONE, viewport: { width: 390, height: 3400 } } : { ...DESKTOP, viewport: { width: 1280, height: 2400 } };
  const world = worldAt(stackHere().urls.sandbox);
  const shippingAddress = { address1: "Av. 6 de Diciembre N30-100", city: "Quito", zip: "170135", countryCode: "EC" };
  const shipping = { title: "Acordado por teléfono", price: "1.00" };
  const { name } = await world.placeOrder({
    ...sampleOrder(0),
    discount: undefined,
    shippingAddress,
    shipping,
    payment: "cash_on_delivery",
  });
  await until(`${name} assigned`, async () => (await world.order(name)).tags.includes("bim:assigned"));

  const merchant = await browser.visit({ ...options, locale });
  await merchant.page.goto(`${stackHere().urls.store}?lang=${language}`);
  const app = await openOrder(merchant, name);
  const charge = app.getByRole("button", { name: language === "es" ? /Cobrar .*3,50.* de envío/ : /Charge .*3\.50 for shipping/ });
  await charge.waitFor();
  const excess = await app.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(excess, "pixels beyond the window").toBe(0);
  const suffix = `${language}${isPhone ? "-phone" : ""}`;
  await picture(`shipping-price-${suffix}`, merchant.page);
  await charge.click();
  await until(`${name} at the zone's price`, async () => {
    const order = await fetch(`${stackHere().urls.sandbox}/sandbox/orders/${name.slice(1)}`);
    const { shippingLines } = (await order.json()) as { shippingLines: { price: string }[] };
    return shippingLines.at(-1)?.price === "3.50" ? true : null;
  });

  const shops = `${stackHere().urls.sandbox}/sandbox/shops`;
  await fetch(`${shops}/${OTHER}/install`, { method: "POST" });
  await until(`${OTHER} installed`, async () => {
    const all = (await (await fetch(shops)).json()) as { shop: string; isInstalled: boolean }[];
    return all.some(({ shop, isInstalled }) => shop === OTHER && isInstalled) ? true : null;
  });
  await until("the other shop's rates", async () => {
    const settings = await openApp(merchant, `/app/settings?shop=${OTHER}`);
    return (await settings.locator("#native").count()) === 1 ? true : null;
  });
  await merchant.page.setViewportSize({ width: options.viewport.width, height: isPhone ? 5600 : 3800 });
  await picture(`native-rates-${suffix}`, merchant.page);
});
