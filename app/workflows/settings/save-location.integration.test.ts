import { beforeAll, beforeEach, expect, test } from "vitest";
import { placeName } from "~/domain/place/place";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { anIssuer } from "~/testing/ecuador";
import { freshDatabase } from "../../../tests/support/database";
import { saveEstablishment } from "./save-establishment";
import { saveIssuer } from "./save-issuer";
import { saveLocation } from "./save-location";

const actor = "merchant:1";
let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let shopId: string;
let count = 0;

beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
});
beforeEach(async () => {
  home = await world.aShop(`shop${(count += 1)}.myshopify.com`);
  shopId = home.shop.id;
  const address = { address2: null, province: null, zip: null, countryCode: "EC" };
  await home.s.keepLocations([
    { ...address, gid: "gid://shopify/Location/1", name: "Bodega", active: true, address1: "Calle 1", city: "Quito" },
    { ...address, gid: "gid://shopify/Location/2", name: "Tienda", active: true, address1: "Calle Larga", city: "Cuenca" },
  ]);
});

const { id: _id, ...issuer } = anIssuer();
const anIssuerAt = (establishment: string, emissionPoint: string) =>
  saveIssuer(world.ports, { shopId, actor, issuer, series: { establishment, emissionPoint, nextNumber: 1 } });
const idOf = async (name: string) => (await home.s.locations()).find((location) => location.name === name)!.id;
const at = (establishment: string, emissionPoint: string, firstNumber = 1) => ({ establishment, emissionPoint, firstNumber });
const link = async (name: string, place: ReturnType<typeof at> | null, originAddress: string | null = null) =>
  saveLocation(world.ports, { shopId, actor, locationId: await idOf(name), place, originAddress });
const linksNow = async () => (await home.s.locations()).map((one) => [one.name, one.establishment, one.emissionPoint]);
const issuerId = async () => (await home.s.issuer())!.id;
const seriesNow = async () =>
  (await home.s.series(await issuerId()))
    .map((one) => `${one.documentType} ${placeName(one)} from ${one.nextNumber}${one.isDefault ? ", default" : ""}`)
    .sort();

test("a new place opens a series of each type, its invoices at the number said; its establishment takes the location's address", async () => {
  await anIssuerAt("001", "001");
  await link("Tienda", at("002", "003", 501), "Bodega Sur");
  expect(await seriesNow()).toEqual([
    "credit_note 001-001 from 1, default",
    "credit_note 002-003 from 1",
    "dispatch_guide 001-001 from 1, default",
    "dispatch_guide 002-003 from 1",
    "invoice 001-001 from 1, default",
    "invoice 002-003 from 501",
  ]);
  expect(await home.s.establishments(await issuerId())).toMatchObject([{ code: "002", address: "Calle Larga, Cuenca", tradeName: null }]);
  expect(await home.s.locations()).toMatchObject([
    { name: "Bodega", establishment: null },
    { name: "Tienda", originAddress: "Bodega Sur" },
  ]);
});

test("another point of the default establishment keeps its credit notes, its guides and the issuer's address", async () => {
  await anIssuerAt("001", "001");
  await link("Bodega", at("001", "002"));
  expect((await seriesNow()).filter((one) => one.includes("001-002"))).toEqual(["invoice 001-002 from 1"]);
  expect(await home.s.establishments(await issuerId())).toEqual([]);
});

test("linked again to a place that numbers already, nothing of it begins anew; unlinked, the place stays", async () => {
  await anIssuerAt("001", "001");
  await link("Tienda", at("002", "001", 40));
  const before = await seriesNow();
  await link("Bodega", at("002", "001", 7));
  await link("Tienda", null);
  expect(await seriesNow()).toEqual(before);
  expect(await linksNow()).toEqual([
    ["Bodega", "002", "001"],
    ["Tienda", null, null],
  ]);
});

test("a default place that is corrected before it numbered anything takes its locations along", async () => {
  await anIssuerAt("001", "001");
  await link("Bodega", at("001", "001"));
  await link("Tienda", at("002", "001"));
  await anIssuerAt("003", "001");
  expect(await linksNow()).toEqual([
    ["Bodega", "003", "001"],
    ["Tienda", "002", "001"],
  ]);
});

test("what can't be is refused: no issuer, no such location, an establishment without a series", async () => {
  await expect(link("Bodega", at("001", "001"))).rejects.toMatchObject({ code: "issuer_missing" });
  await anIssuerAt("001", "001");
  const locationId = world.ports.ids.uuid();
  const gone = saveLocation(world.ports, { shopId, actor, locationId, place: null, originAddress: null });
  await expect(gone).rejects.toMatchObject({ code: "location_unknown" });
  const establishment = { code: "009", address: null, tradeName: null };
  await expect(saveEstablishment(world.ports, { shopId, actor, establishment })).rejects.toMatchObject({ code: "establishment_unknown" });
});
