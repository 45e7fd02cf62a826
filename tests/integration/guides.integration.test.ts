import { until } from "../../scripts/story/world.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { countryPack } from "~/countries";
import { conformanceTest, validateXsd } from "~/testing/conformance";
import { doorPhoto } from "../../scripts/story/photo.ts";
import type { CourierPhone } from "../../scripts/story/courier-phone.ts";
import { aProduct, type Product } from "../support/product.ts";

const FIRST_GUIDE = 31;
/** Only one courier brings things there: what is ordered goes into one run. */
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
const RECEPTION = "ec-sri-reception";

let product: Product;
beforeAll(async () => {
  product = await aProduct("guides");
  await product.commands.chooseGuides({ shopId: product.shop.id, actor: "merchant:Lucía", setting: "auto", firstNumber: FIRST_GUIDE });
  return product.stop;
}, 300_000);
beforeEach(() => product.faultsEnd());

type Loaded = { gids: string[]; names: string[]; runId: string; phone: CourierPhone; pages: string[]; courierId: string };

/** Orders for one courier, who has loaded them and asked for their guide. */
async function aLoad(count: number): Promise<Loaded> {
  const orders = [];
  for (let n = 0; n < count; n++) orders.push(await product.place({ shippingAddress: GUAYAQUIL }));
  const [gids, names] = [orders.map(({ gid }) => gid), orders.map(({ name }) => name)];
  const phones = [];
  for (const gid of gids) phones.push(await product.onPhone(gid));
  const { phone } = phones[0]!;
  await phone.load();
  const { courierId } = await product.assigned(gids[0]!);
  const runId = (await product.assigned(gids[0]!)).delivery.runId!;
  return { gids, names, runId, phone, pages: phones.map(({ stop }) => stop), courierId };
}

type Guide = NonNullable<Awaited<ReturnType<Product["s"]["guideOfRun"]>>>;
const guideWhen = (what: string, runId: string, holds: (guide: Guide) => boolean) =>
  until(what, async () => {
    const guide = await product.s.guideOfRun(runId);
    return guide && holds(guide) ? guide : null;
  });
const authorised = (runId: string) => guideWhen("an authorised guide", runId, ({ state }) => state === "authorised");
const again = ({ subject }: Guide) => product.commands.retryGuide({ shopId: product.shop.id, runId: subject, actor: "merchant:Lucía" });
const runsOf = ({ courierId }: Loaded) => product.queries.courierRuns({ shop: product.shop, courierId });
const valueIn = (xml: string, name: string) => [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, value]) => value);

/** Delivers all of it; nothing of it is on its way to the authority any more. */
async function bring({ gids }: Loaded) {
  for (const gid of gids) await product.deliver(gid);
  return Promise.all(gids.map((gid) => product.finished(gid)));
}

test("loaded, the run gets one authorised guide with all its recipients; it sets out, and the invoices name the guide", async () => {
  const load = await aLoad(2);
  const guide = await authorised(load.runId);
  expect(guide).toMatchObject({ number: `001-001-0000000${FIRST_GUIDE}`, orderId: null, totalMinor: 0 });
  expect(valueIn(guide.signedXml!, "codDoc")).toEqual(["06"]);
  expect(valueIn(guide.signedXml!, "dirDestinatario")).toHaveLength(2);
  expect(valueIn(guide.signedXml!, "placa")).toEqual(["GSK2045"]);
  const onFile = (await product.world.documents()).filter(({ accessKey }) => accessKey === guide.accessKey);
  expect(onFile).toMatchObject([{ state: "AUTORIZADO" }]);
  const { runs, loadable } = await runsOf(load);
  expect([loadable, runs]).toMatchObject([0, [{ state: "ready", guide: { number: guide.number, accessKey: guide.accessKey } }]]);
  const print = await fetch(runs[0]!.guide!.pdfUrl!);
  expect([print.status, print.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
  for (const { signedXml } of await bring(load)) expect(valueIn(signedXml!, "guiaRemision")).toEqual([guide.number]);
  expect((await product.s.run(load.runId)).state).toBe("ended");
});

conformanceTest("the guide of a run is valid against the official schema", async () => {
  const load = await aLoad(2);
  const { input } = await authorised(load.runId);
  const built = countryPack("EC").build(input!);
  expect(built.ok && validateXsd("ec/xsd/GuiaRemision_V1.1.0.xsd", built.value.xml)).toMatchObject({ ok: true });
  await bring(load);
});

test("a return is fetched under a guide of its own, from the buyer to the shop, that holds until its goods are there", async () => {
  const load = await aLoad(1);
  await authorised(load.runId);
  const [invoice] = await bring(load);
  const { orderId, number } = invoice!;
  const path = `/sandbox/orders/${load.names[0]!.slice(1)}/return`;
  expect((await product.post(path, { lines: [{ line: 0, quantity: 1 }] })).ok).toBe(true);
  const fetching = (holds: (one: Awaited<ReturnType<Product["s"]["delivery"]>>) => boolean) =>
    until("the return", async () => (await product.s.reverseDeliveriesOfOrder(orderId!)).find(holds));
  const { id } = await fetching(({ state }) => state === "assigned");
  const page = `${product.stack.urls.app}/courier/${product.shop.publicKey}/deliveries/${id}`;
  await expect(load.phone.start(page)).rejects.toThrow("409");
  await load.phone.load();
  const runId = (await product.s.delivery(id)).runId!;
  const { signedXml } = await authorised(runId);
  expect(valueIn(signedXml!, "motivoTraslado")).toEqual(["Devolución"]);
  expect(valueIn(signedXml!, "dirPartida")[0]).toContain("Malecón 2000");
  expect(valueIn(signedXml!, "identificacionDestinatario")).toEqual([(await product.s.issuer())!.taxId]);
  expect(valueIn(signedXml!, "numDocSustento")).toEqual([number]);
  await load.phone.start(page);
  await load.phone.confirm(page, { photo: await doorPhoto(81), receivedBy: "Ana" });
  expect((await product.s.run(runId)).state).toBe("under_way");
  await load.phone.bringBack(page, { photo: await doorPhoto(82), receivedBy: "Bodega" });
  await fetching(({ owesRest, state }) => state === "delivered" && !owesRest);
  expect((await product.s.run(runId)).state).toBe("ended");
});

test("a guide that is refused holds the run, and gets through corrected under its own number", async () => {
  await product.fault({ part: RECEPTION, kind: "reject", code: "35", count: 1 });
  const load = await aLoad(1);
  const refused = await guideWhen("a refused guide", load.runId, ({ state }) => state === "rejected");
  expect(refused.attention).toMatchObject({ code: "rejected" });
  await expect(load.phone.start(load.pages[0]!)).rejects.toThrow("409");
  await again(refused);
  expect(await authorised(load.runId)).toMatchObject({ number: refused.number, attention: null });
  await bring(load);
});

test("while the authority is down the run waits, unless the merchant sends it off with a reason; its guide comes later", async () => {
  await product.fault({ part: RECEPTION, kind: "down" });
  const load = await aLoad(1);
  const waiting = await guideWhen("no answer", load.runId, ({ state }) => state === "answer_unknown");
  expect(waiting.attention).toMatchObject({ code: "authority_unreachable" });
  await expect(load.phone.start(load.pages[0]!)).rejects.toThrow("409");
  const reason = "El SRI no responde";
  await product.commands.overrideRun({ shopId: product.shop.id, runId: load.runId, reason, actor: "merchant:Lucía" });
  await load.phone.start(load.pages[0]!);
  expect((await product.events(load.gids[0]!)).filter(({ type }) => type === "run")).toMatchObject([
    { to: "loading" },
    { actor: "merchant:Lucía", to: "ready", reason: { code: "guide_overridden", params: { reason } } },
  ]);
  await product.faultsEnd();
  await again(waiting);
  expect(await authorised(load.runId)).toMatchObject({ number: waiting.number, signedXml: waiting.signedXml });
  expect(await product.s.run(load.runId)).toMatchObject({ state: "under_way", overrideReason: reason });
});

test("an order cancelled while it is loaded comes back under the guide, and the run ends with it", async () => {
  const load = await aLoad(1);
  const { number } = await authorised(load.runId);
  await product.post(`/sandbox/orders/${load.names[0]!.slice(1)}/cancel`, {});
  await until("the cancelled delivery", async () => (await product.assigned(load.gids[0]!)).delivery.state === "cancelled");
  const last = (await product.events(load.gids[0]!)).filter(({ type }) => type === "run").at(-1);
  expect(last).toMatchObject({ reason: { code: "guide_covers_return", params: { number } } });
  expect((await product.s.run(load.runId)).state).toBe("ended");
});
