import { randomUUID } from "node:crypto";
import { doorPhoto } from "../../scripts/story/photo.ts";
import { until } from "../../scripts/story/world.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { departureOf } from "~/domain/place/departure";
import { aProduct, type Product } from "../support/product.ts";

const [QUITO, CUENCA] = [0, 1];
const CUENCA_GID = "gid://shopify/Location/71204007947";
/** Only one courier brings things there: what is ordered goes to one phone. */
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };

let product: Product;
beforeAll(async () => {
  product = await aProduct("places");
  return product.stop;
}, 300_000);
beforeEach(() => product.faultsEnd());

const linesFrom = (location: number) => [{ title: "Café", sku: "CAF", quantity: 2, price: "11.50", location }];
const placeFrom = (location: number, change: object = {}) => product.place({ lines: linesFrom(location), taxesIncluded: true, ...change });
const text = (xml: string | null, name: string) => new RegExp(`<${name}>([^<]*)<`).exec(xml ?? "")?.[1];
const locationAt = async (gid: string) => (await product.s.locationByGid(gid))!;

const link = async (gid: string, place: string | null, originAddress: string | null = null) => {
  const [establishment = "", emissionPoint = ""] = place?.split("-") ?? [];
  const { id: locationId } = await locationAt(gid);
  const at = place ? { establishment, emissionPoint, firstNumber: 1 } : null;
  await product.commands.saveLocation({ shopId: product.shop.id, actor: "merchant:Lucía", locationId, place: at, originAddress });
};

async function invoicedFrom(location: number) {
  const placed = await placeFrom(location, { payment: "card" });
  await product.deliver(placed.gid);
  return { ...placed, invoice: await product.finished(placed.gid) };
}

test("an order is numbered at the place that it leaves from, under that establishment's address and name", async () => {
  const own = { code: "002", address: "Calle Larga 6-52, Cuenca", tradeName: "Andina Sur" };
  await product.commands.saveEstablishment({ shopId: product.shop.id, actor: "merchant:Lucía", establishment: own });
  const [quito, cuenca] = [await invoicedFrom(QUITO), await invoicedFrom(CUENCA)];
  expect([quito.invoice.number, cuenca.invoice.number]).toEqual(["001-001-000000001", "002-001-000000001"]);
  const said = ({ invoice: { signedXml } }: typeof quito) =>
    ["estab", "ptoEmi", "nombreComercial", "dirEstablecimiento"].map((name) => text(signedXml, name));
  expect(said(quito)).toEqual(["001", "001", "Tienda Andina", "Av. Amazonas N34-120 y Atahualpa, Quito"]);
  expect(said(cuenca)).toEqual(["002", "001", own.tradeName, own.address]);
});

test("a zone with a place of its own numbers the invoices of what is delivered there, wherever it leaves from", async () => {
  const zone = (await product.s.zones()).find(({ area }) => JSON.stringify(area).includes('"Guayaquil"'))!;
  const issuer = (await product.s.issuer())!;
  await product.s.openSeries({
    issuerId: issuer.id,
    documentType: "invoice",
    environment: issuer.environment,
    establishment: "007",
    emissionPoint: "001",
    isDefault: false,
  });
  const save = (place: typeof zone.place) =>
    product.commands.saveZone({ shopId: product.shop.id, actor: "merchant:Lucía", zone: { ...zone, place } });
  const numberOf = async () => {
    const { gid } = await placeFrom(CUENCA, { payment: "card", shippingAddress: GUAYAQUIL });
    await product.deliver(gid);
    return (await product.finished(gid)).number;
  };
  await save({ establishment: "007", emissionPoint: "001" });
  expect(await numberOf()).toBe("007-001-000000001");
  await save(null);
  expect(await numberOf()).toMatch(/^002-001-/);
});

test("a credit note is numbered where its invoice was, whatever the location is linked to since", async () => {
  const { name, invoice } = await invoicedFrom(CUENCA);
  await link(CUENCA_GID, "003-001");
  expect((await product.post(`/sandbox/orders/${name.slice(1)}/refund`, {})).status).toBe(200);
  const credit = await until("the credit note", async () => {
    const documents = await product.s.documentsOfOrder(invoice.orderId!);
    return documents.find(({ kind, state }) => kind === "credit_note" && state === "delivered_to_buyer") ?? null;
  });
  expect(credit.number).toBe("002-001-000000001");
  expect(text(credit.signedXml, "nombreComercial")).toBe("Andina Sur");
  expect((await invoicedFrom(CUENCA)).invoice.number).toBe("003-001-000000001");
  await link(CUENCA_GID, "002-001");
});

test("what was refused keeps the series of its number, although its location belongs elsewhere by then", async () => {
  await product.fault({ part: "ec-sri-reception", kind: "reject", code: "35", count: 1 });
  const { gid } = await placeFrom(CUENCA);
  await product.deliver(gid);
  const refused = await product.documentWhen("refused", gid, ({ state }) => state === "rejected");
  expect(refused.number).toMatch(/^002-001-/);
  await link(CUENCA_GID, "004-001");
  await product.commands.retryDocument({ shopId: product.shop.id, documentId: refused.id, actor: "merchant:Lucía" });
  expect(await product.finished(gid)).toMatchObject({ number: refused.number, seriesId: refused.seriesId });
  await link(CUENCA_GID, "002-001");
});

test("an order that leaves from two places is numbered where the first of it was brought from", async () => {
  const lines = [...linesFrom(QUITO), { title: "Taza", sku: "TAZ", quantity: 1, price: "9.00", location: CUENCA }];
  const { gid } = await product.place({ lines, payment: "card", taxesIncluded: true });
  const cuenca = await until("a courier for each delivery", async () => {
    const order = await product.s.orderByGid(gid);
    const deliveries = order ? await product.s.deliveriesOfOrder(order.id) : [];
    const isReady = deliveries.length === 2 && deliveries.every(({ courierId }) => courierId !== null);
    return isReady ? deliveries.find(({ locationGid }) => locationGid === CUENCA_GID)! : null;
  });
  const courier = (await product.s.couriers()).find(({ id }) => id === cuenca.courierId)!;
  const phone = product.phones.get(courier.name)!;
  const stop = `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${cuenca.id}`;
  await phone.start(stop);
  await phone.confirm(stop, { photo: await doorPhoto(1), receivedBy: "María", reportId: randomUUID() });
  expect((await product.finished(gid)).number).toMatch(/^002-001-/);
});

test("a load from two locations is two runs with a guide each, from each place's own address", async () => {
  await product.commands.chooseGuides({ shopId: product.shop.id, actor: "merchant:Lucía", setting: "on", firstNumber: null });
  await link(CUENCA_GID, "002-001", "Bodega Sur, Av. de las Américas, Cuenca");
  const gids = [];
  for (const location of [QUITO, CUENCA, QUITO]) gids.push((await placeFrom(location, { shippingAddress: GUAYAQUIL })).gid);
  const phones = [];
  for (const gid of gids) phones.push(await product.onPhone(gid));
  await phones[0]!.phone.load();
  const runIds = [];
  for (const gid of gids) runIds.push((await product.assigned(gid)).delivery.runId!);
  expect([runIds[0] === runIds[2], runIds[0] === runIds[1]]).toEqual([true, false]);
  const { runs } = await product.queries.courierRuns({ shop: product.shop, courierId: (await product.assigned(gids[0]!)).courierId });
  // In the order of the stops that they are for, which is the tour's affair.
  expect(new Map(runs.map(({ from, orders }) => [from, orders.length]))).toEqual(
    new Map([
      ["Bodega Quito", 2],
      ["Tienda Cuenca", 1],
    ]),
  );
  const guides = [];
  for (const runId of [runIds[0]!, runIds[1]!])
    guides.push(
      await until("an authorised guide", async () => {
        const guide = await product.s.guideOfRun(runId);
        return guide?.state === "authorised" ? guide : null;
      }),
    );
  expect(guides.map(({ number }) => number)).toEqual(["001-001-000000001", "002-001-000000001"]);
  expect(guides.map(({ signedXml }) => text(signedXml, "dirPartida"))).toEqual([
    "Av. Amazonas N34-451, Quito",
    "Bodega Sur, Av. de las Américas, Cuenca",
  ]);
  expect(guides.map(({ signedXml }) => signedXml!.split("<destinatario>").length - 1)).toEqual([2, 1]);
  for (const [n, gid] of gids.entries()) {
    await product.deliver(gid);
    const { number, signedXml } = await product.finished(gid);
    expect([number!.slice(0, 3), text(signedXml, "guiaRemision")]).toEqual(
      n === 1 ? ["002", guides[1]!.number] : ["001", guides[0]!.number],
    );
  }
  await product.commands.chooseGuides({ shopId: product.shop.id, actor: "merchant:Lucía", setting: "off", firstNumber: null });
});

const PLACES = "/sandbox/shops/demo.myshopify.com/locations";

test("what changes at Shopify is read, what it is linked to stays, and a place in use that is not linked is a gap", async () => {
  const before = await locationAt(CUENCA_GID);
  await product.post(PLACES, { location: CUENCA, name: "Local Cuenca", address1: "Gran Colombia 9-10" });
  const renamed = await until("the new name", async () => {
    const now = await locationAt(CUENCA_GID);
    return now.name === "Local Cuenca" ? now : null;
  });
  expect(renamed).toEqual({ ...before, name: "Local Cuenca", address1: "Gran Colombia 9-10" });
  const gapsOf = async () => (await product.queries.setupGaps({ shop: product.shop })).filter((gap) => gap === "places");
  await product.post(PLACES, { name: "Kiosko Ambato", address1: "Bolívar 12-30", city: "Ambato" });
  const ambato = await until("the new place", async () => (await product.s.locations()).find(({ name }) => name === "Kiosko Ambato"));
  expect(await gapsOf()).toEqual([]);
  const { gid } = await placeFrom(2);
  const { order } = await product.assigned(gid);
  expect(departureOf(order!.sale)).toBe(ambato.gid);
  expect(await product.s.openDepartures()).toContain(ambato.gid);
  expect(await gapsOf()).toEqual(["places"]);
  const { locations } = await product.queries.placesPage({ shop: product.shop });
  expect(locations.filter(({ isGap }) => isGap)).toMatchObject([{ name: "Kiosko Ambato", place: null, address: "Bolívar 12-30, Ambato" }]);
  await link(ambato.gid, "005-001");
  expect(await gapsOf()).toEqual([]);
  const { establishments } = await product.queries.placesPage({ shop: product.shop });
  expect(establishments).toContainEqual({ code: "005", address: "Bolívar 12-30, Ambato", tradeName: null });
  await product.deliver(gid);
  expect((await product.finished(gid)).number).toBe("005-001-000000001");
  await product.post(PLACES, { location: 2, remove: true });
  await until("the place to be closed", async () => !(await locationAt(ambato.gid)).active);
});

test("twenty orders at once from both places leave no gap and double no number", async () => {
  const begins = new Map((await product.queries.seriesPage({ shop: product.shop })).series.map((one) => [one.seriesId, one.nextNumber]));
  await product.commands.chooseTriggers({
    shopId: product.shop.id,
    actor: "merchant:Lucía",
    triggers: { card: "on_payment", transfer: "on_delivery" },
    delaySeconds: 0,
  });
  const gids = await Promise.all(Array.from({ length: 20 }, async (_none, n) => (await placeFrom(n % 2, { payment: "card" })).gid));
  const numbers = await Promise.all(gids.map(async (gid) => (await product.finished(gid)).number!));
  expect(new Set(numbers).size).toBe(20);
  expect(numbers.map((number, n) => [n % 2, number.slice(0, 7)])).toEqual(
    numbers.map((_number, n) => [n % 2, n % 2 === QUITO ? "001-001" : "002-001"]),
  );
  const { series } = await product.queries.seriesPage({ shop: product.shop });
  const invoices = series.filter(({ documentType }) => documentType === "invoice");
  for (const { gaps, place } of invoices) expect(gaps, place).toEqual([]);
  const grown = invoices.map(({ place, seriesId, nextNumber }) => [place, nextNumber - begins.get(seriesId)!]);
  expect(Object.fromEntries(grown)).toMatchObject({ "001-001": 10, "002-001": 10, "003-001": 0, "004-001": 0 });
});
