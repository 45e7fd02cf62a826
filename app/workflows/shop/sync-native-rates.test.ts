import { afterEach, beforeEach, expect, test } from "vitest";
import { openBox, SHOP, type Box } from "../../../sandbox/shopify/testing/box";
import { shopifyAdmin } from "~/adapters/shopify/admin";
import { pointsBudget } from "~/adapters/shopify/points";
import { readyZones } from "~/adapters/zones/ready-zones";
import { flatRate } from "~/domain/rate/rate-table";
import { plainZone } from "~/domain/zone/plain-zone";
import type { Ports } from "~/ports/ports";
import type { ShopifyAdmin } from "~/ports/shopify-admin";
import type { NativeRates, Shop, Zone } from "~/ports/records";
import { syncNativeRates } from "./sync-native-rates";

const aZone = (id: string, place: string, minor: number): Zone => ({
  ...{ id, name: place, priority: 10, active: true, currency: "USD", courierIds: [] },
  ...plainZone({ places: [place], rateMinor: minor, commissionMinor: 100 }),
});
const NONE: NativeRates = {
  ...{ state: "off", problem: null, written: [], seen: null, doomed: [], drift: [], tooLarge: [], countries: [], checkedAt: null },
};
type Answer = Awaited<ReturnType<Box["graphql"]>>;
type Rate = { name: string; price: number; active: boolean };

let box: Box;
let zones: Zone[];
let shop: Shop;
let kept: NativeRates;
let asked: string[];
let version = 0;

beforeEach(async () => {
  box = await openBox();
  zones = [aZone("z1", "Quito", 350), aZone("z2", "Cuenca", 500)];
  shop = { id: "s", locale: "es", currency: "USD", carrierService: "not_on_plan", nativeRates: "auto", uninstalledAt: null } as Shop;
  [kept, asked] = [NONE, []];
});
afterEach(() => box.close());

/** The workflow and the real adapter, speaking to the sandbox's Shopify; `wrap`: what happens to its calls on the way. */
async function sync(repairs = false, wrap: (admin: ShopifyAdmin) => ShopifyAdmin = (admin) => admin) {
  const send = async (_domain: string, operation: string, variables: Record<string, unknown>) => {
    asked.push(/(?:query|mutation) (\w+)/.exec(operation)?.[1] ?? "");
    const { data, errors, extensions }: Answer = await box.graphql(operation, variables);
    if (errors) throw Object.assign(new Error(errors[0]!.message), { body: { errors: { graphQLErrors: errors } } });
    return { data, extensions };
  };
  const s = {
    shop: async () => ({ ...shop, zonesVersion: ++version }),
    zones: async () => zones,
    nativeRates: async () => kept,
    keepNativeRates: async (rates: NativeRates) => void (kept = rates),
  };
  const store = {
    of: () => s,
    change: (_shop: string, work: (store: typeof s) => unknown) => work(s),
    exclusively: (_shop: string, _name: string, work: () => unknown) => work(),
  };
  const admin = () => wrap(shopifyAdmin({ send, points: pointsBudget(), domain: SHOP, urgency: "soon" }));
  const ports = { store, admin, zones: readyZones(new Map()), clock: { now: () => new Date(0) } } as unknown as Ports;
  asked.length = 0;
  await syncNativeRates(ports, { shopId: "s", repairs });
}
const view = async () => {
  const { body } = await box.get<{ shop: string; shippingRates: Rate[]; deliveryCustomizations: object[] }[]>("/sandbox/shops");
  return body.find((one) => one.shop === SHOP)!;
};
const rates = async () => (await view()).shippingRates.map(({ name, price }) => [name, price]);
const merchant = (body: object) => box.post(`/sandbox/shops/${SHOP}/rates`, body);
const writes = () => asked.filter((name) => name === "UpdateDeliveryProfile");
const [QUITO, CUENCA, OWN] = ["Entrega a domicilio · Quito", "Entrega a domicilio · Cuenca", "Correo"];

test("each zone's price becomes a rate, the function hides before there is anything to hide, and a second run writes nothing", async () => {
  await merchant({ name: OWN, price: "9.00" });
  await sync();
  expect(asked.indexOf("CreateDeliveryCustomization")).toBeLessThan(asked.indexOf("UpdateDeliveryProfile"));
  const standing = [
    [OWN, 9],
    [QUITO, 3.5],
    [CUENCA, 5],
  ];
  expect([await rates(), kept.state, kept.written.length]).toEqual([standing, "written", 2]);
  await sync();
  expect([writes(), await rates()]).toEqual([[], standing]);
  expect((await view()).deliveryCustomizations).toMatchObject([{ enabled: true }]);
});

const chosenFrom = async () => {
  const page = await (await fetch(`${box.base}/store/cart`, { headers: { cookie: "cart=cafe-loja.1" } })).text();
  return [...page.matchAll(/<option value="([^"]+)"/g)].map(([, name]) => name);
};

test("the cart offers the zones' places, none of a zone without rates, and nothing once the plan asks us for prices", async () => {
  expect(await chosenFrom()).toEqual([]);
  zones.push(aZone("z3", "Baños & Río <Verde>", 700));
  await sync();
  expect(await chosenFrom()).toEqual(["Baños &amp; Río &lt;Verde&gt;", "Cuenca", "Quito"]);
  zones = zones.slice(1);
  await sync();
  expect(await chosenFrom()).toEqual(["Baños &amp; Río &lt;Verde&gt;", "Cuenca"]);
  shop = { ...shop, carrierService: "active" };
  await sync();
  expect(await chosenFrom()).toEqual([]);
});

test("another price replaces that zone's rate only; a zone that is no more takes its rate along", async () => {
  await sync();
  const [, cuenca] = kept.written;
  zones = [{ ...zones[0]!, services: [{ ...zones[0]!.services[0]!, rate: flatRate(400) }] }, zones[1]!];
  await sync();
  expect(await rates()).toEqual([
    [CUENCA, 5],
    [QUITO, 4],
  ]);
  expect(kept.written).toContainEqual(cuenca);
  zones = [zones[1]!];
  await sync();
  expect(await rates()).toEqual([[CUENCA, 5]]);
});

test("what a merchant changed of ours is told and left until it is to be put right; what is theirs stays theirs", async () => {
  await merchant({ name: OWN, price: "9.00" });
  await sync();
  await merchant({ name: QUITO, price: "1.00" });
  await merchant({ name: CUENCA, remove: true });
  await sync();
  expect(kept).toMatchObject({
    state: "drifted",
    drift: [
      { name: QUITO, what: "edited" },
      { name: CUENCA, what: "deleted" },
    ],
  });
  expect([writes(), await rates()]).toEqual([
    [],
    [
      [OWN, 9],
      [QUITO, 1],
    ],
  ]);
  await sync(true);
  expect([kept.state, await rates()]).toEqual([
    "written",
    [
      [OWN, 9],
      [QUITO, 3.5],
      [CUENCA, 5],
    ],
  ]);
});

test("a process that dies after a write, before it knows of it, writes nothing twice", async () => {
  const dies = (admin: ShopifyAdmin): ShopifyAdmin => ({
    ...admin,
    changeDeliveryRates: async (...change) => {
      await admin.changeDeliveryRates(...change);
      throw new Error("killed");
    },
  });
  await expect(sync(false, dies)).rejects.toThrow("killed");
  await sync();
  expect([writes(), kept.written.length, await rates()]).toEqual([
    [],
    2,
    [
      [QUITO, 3.5],
      [CUENCA, 5],
    ],
  ]);
});

test("without the scope for the function nothing is written that everybody could choose; it is said", async () => {
  await box.post(`/sandbox/shops/${SHOP}`, { withheldScopes: ["write_delivery_customizations", "read_delivery_customizations"] });
  await sync();
  expect([kept.state, kept.problem?.code, await rates()]).toEqual(["refused", "native_no_scope", []]);
});

test("once the plan lets Shopify ask us, our rates go and the function rests; while that is being asked, they stay", async () => {
  await sync();
  shop.carrierService = "unknown";
  await sync();
  expect(await rates()).toHaveLength(2);
  shop.carrierService = "active";
  await sync();
  expect([kept.state, kept.written, await rates()]).toEqual(["off", [], []]);
  expect((await view()).deliveryCustomizations).toMatchObject([{ enabled: false }]);
});

test("two zones of one name have two rates", async () => {
  zones = [aZone("z1", "Quito", 350), { ...aZone("z2", "Cuenca", 500), name: "Quito" }];
  await sync();
  expect(await rates()).toEqual([
    [QUITO, 3.5],
    [`${QUITO} (2)`, 5],
  ]);
});
