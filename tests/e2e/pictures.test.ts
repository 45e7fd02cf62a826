// Pictures of every screen. UPDATE_PICTURES=1 writes those that the README shows into docs/pictures; the others lie in the data folder.
import { beforeAll, describe, test } from "vitest";
import { DESKTOP, LOCALES, PHONE, useBrowser, type Visitor } from "./people/browser.ts";
import { picture, pictureOfPdf } from "./people/camera.ts";
import { confirm, openStop, setOut } from "./people/courier.ts";
import { courierLink, openApp, openOrder, speaks } from "./people/merchant.ts";
import { readInvoiceMail } from "./people/reader.ts";
import { anAfternoon, oneMore, silenceOfSri, type Scene } from "./people/scene.ts";
import { fillCart, fiscalBlock, giveAddress, HOSTILE_NAME } from "./people/shopper.ts";
import { stackHere } from "./people/stack.ts";

// A frame of another process may be a moment behind the page around it in a picture: here all share one.
const browser = useBrowser(["--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process"]);
const isFull = Boolean(process.env.TEST_FULL);
const VIEWS = isFull
  ? ([
      { language: "es", device: "desktop", suffix: "" },
      { language: "es", device: "phone", suffix: "-phone" },
      { language: "en", device: "desktop", suffix: "-en" },
      { language: "en", device: "phone", suffix: "-en-phone" },
    ] as const)
  : ([{ language: "es", device: "desktop", suffix: "" }] as const);

/** A frame shows no more than its window: a long page gets a long window. */
const tallIn = ({ page }: Visitor, height: number, width = DESKTOP.viewport!.width) => page.setViewportSize({ width, height });

let scene: Scene;
beforeAll(async () => void (scene = await anAfternoon()));

describe.each(VIEWS)("on a $device, $language", ({ language, device, suffix }) => {
  const options = { ...(device === "phone" ? PHONE : DESKTOP), locale: LOCALES[language] };
  const visit = async () => {
    const visitor = await browser.visit(options);
    await visitor.page.goto(`${stackHere().urls.store}?lang=${language}`);
    return visitor;
  };
  const tall = (merchant: Visitor, height: number) => tallIn(merchant, height, options.viewport!.width);

  test("the store and its checkout", async () => {
    const shopper = await visit();
    await picture(`store${suffix}`, shopper.page, { whole: device === "phone" });
    await fillCart(shopper);
    const block = fiscalBlock(shopper);
    await block.idNumber.fill("1714307103");
    await block.legalName.fill(HOSTILE_NAME);
    await block.legalName.press("Tab");
    await giveAddress(shopper, "maria.nunez@example.com");
    await shopper.page.locator('[name="payment"][value="card_authorized"]').check();
    await tall(shopper, 2010);
    await picture(`checkout${suffix}`, shopper.page, { whole: true });
  });

  test("the admin's pages", async () => {
    const merchant = await visit();
    await openApp(merchant);
    await picture(`order-desk${suffix}`, merchant.page);
    for (const page of ["documents", "series", "zones", "couriers", "settlements", "taxes", "places", "rehearse"]) {
      await openApp(merchant, `/app/${page}`);
      await picture(`${page}${suffix}`, merchant.page);
    }
    await tall(merchant, 1500);
    await courierLink(merchant, "Ana Torres");
    await picture(`courier-page${suffix}`, merchant.page);
    const zones = await openApp(merchant, "/app/zones");
    await zones.locator(".bim-row-link").first().click();
    await zones.locator(".bim-map-name span").first().waitFor();
    await picture(`zone${suffix}`, merchant.page);
    await tall(merchant, device === "phone" ? 4300 : 3300);
    await openApp(merchant, "/app/settings");
    await picture(`settings${suffix}`, merchant.page);
    await openOrder(merchant, scene.invoiced);
    await picture(`order${suffix}`, merchant.page);
    await openOrder(merchant, scene.credited);
    await picture(`order-credited${suffix}`, merchant.page);
    await openOrder(merchant, scene.waiting);
    await picture(`order-waiting${suffix}`, merchant.page);
  });

  test("the invoice's mail and, once, its print", async () => {
    const reader = await visit();
    const { pdf } = await readInvoiceMail(reader, { to: scene.email, number: "001-001-" });
    await reader.page.frameLocator("iframe").locator("table").first().waitFor();
    await tall(reader, device === "phone" ? 1400 : 1000);
    await picture(`mail${suffix}`, reader.page);
    if (suffix === "" && !(await pictureOfPdf("ride", pdf)))
      console.info("pdftoppm (poppler) is missing: no picture of the RIDE was made.");
  });
});

test.each(isFull ? (["es", "en"] as const) : (["es"] as const))("the courier's phone, %s", async (language) => {
  const suffix = language === "es" ? "" : `-${language}`;
  const { name, courier: who } = await oneMore();
  const merchant = await browser.visit();
  const link = await courierLink(merchant, who);
  await speaks(merchant, language);
  const courier = await browser.visit(PHONE);
  await courier.page.goto(link);
  await picture(`courier${suffix}`, courier.page);
  await openStop(courier, name);
  await picture(`courier-delivery${suffix}`, courier.page, { whole: true });
  await setOut(courier);
  await courier.page.locator("details:has([value=fail]) > summary").click();
  await picture(`courier-confirm${suffix}`, courier.page, { whole: true });
  await courier.page.locator("details:has([value=fail]) > summary").click();
  await confirm(courier, 7);
  await picture(`courier-done${suffix}`, courier.page);
});

test("the documents while SRI is silent: what waits, until when, and what the one that was refused wants", async () => {
  await silenceOfSri();
  for (const language of isFull ? (["es", "en"] as const) : (["es"] as const)) {
    const merchant = await browser.visit({ ...DESKTOP, locale: LOCALES[language] });
    await merchant.page.goto(`${stackHere().urls.store}?lang=${language}`);
    await tallIn(merchant, 1300);
    const app = await openApp(merchant, "/app/documents");
    await app.getByText(language === "es" ? "El SRI no responde desde" : "SRI has not answered since").waitFor();
    await app.getByText(language === "es" ? "2 comprobantes firmados" : "2 signed documents").waitFor();
    await picture(`documents-silent${language === "es" ? "" : "-en"}`, merchant.page);
  }
  await fetch(`${stackHere().urls.sandbox}/sandbox/faults`, { method: "DELETE" });
});
