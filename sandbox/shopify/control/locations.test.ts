import { expect, test } from "vitest";
import { openBox } from "../testing/box.ts";

const LOCATIONS = "{ locations(first: 10, includeInactive: true) { nodes { name isActive address { address1 city } } } }";
const OPEN_ONES = "{ locations(first: 10) { nodes { name } } }";
const path = "/sandbox/shops/demo.myshopify.com/locations";

test("places are opened, changed, closed and removed, and the app hears of each", async () => {
  const box = await openBox();
  const scopes = ["read_locations"];
  const world = box.shopify.parts.core.world;
  world.state.tokens.shpat_places = { shop: "demo.myshopify.com", scopes, expiresAt: null, refreshToken: null, refreshExpiresAt: null };
  const names = async (query: string) =>
    ((await box.graphql(query, {}, "shpat_places")).data as { locations: { nodes: { name: string }[] } }).locations.nodes.map(
      ({ name }) => name,
    );
  await box.post(path, { name: "Kiosko Ambato", address1: "Bolívar 12-30", city: "Ambato" });
  await box.post(path, { location: 2, name: "Local Ambato" });
  await box.post(path, { location: 1, active: false });
  expect((await box.graphql(LOCATIONS, {}, "shpat_places")).data).toMatchObject({
    locations: {
      nodes: [
        { name: "Bodega Quito", isActive: true, address: { address1: "Av. Amazonas N34-451", city: "Quito" } },
        { name: "Tienda Cuenca", isActive: false, address: { address1: "Calle Larga 6-52", city: "Cuenca" } },
        { name: "Local Ambato", isActive: true, address: { address1: "Bolívar 12-30", city: "Ambato" } },
      ],
    },
  });
  expect(await names(OPEN_ONES)).toEqual(["Bodega Quito", "Local Ambato"]);
  await box.post(path, { location: 1, active: true });
  await box.post(path, { location: 1, remove: true });
  expect(await names(LOCATIONS)).toEqual(["Bodega Quito", "Local Ambato"]);
  const told = (await box.app.waitFor(5)).map(({ topic, body }) => [topic, (JSON.parse(body) as { name?: string }).name]);
  expect(told.sort()).toEqual([
    ["locations/activate", "Tienda Cuenca"],
    ["locations/create", "Kiosko Ambato"],
    ["locations/deactivate", "Tienda Cuenca"],
    ["locations/delete", undefined],
    ["locations/update", "Local Ambato"],
  ]);
  await box.close();
});

test("without read_locations nothing is told of them, and a place needs its name and address", async () => {
  const box = await openBox();
  const world = box.shopify.parts.core.world;
  world.state.tokens.shpat_few = {
    shop: "demo.myshopify.com",
    scopes: ["read_orders"],
    expiresAt: null,
    refreshToken: null,
    refreshExpiresAt: null,
  };
  expect((await box.graphql(LOCATIONS, {}, "shpat_few")).errors?.[0]?.extensions.code).toBe("ACCESS_DENIED");
  expect((await box.post(path, { name: "Sin dirección" })).status).toBe(422);
  expect((await box.post(path, { location: 9, name: "Nadie" })).status).toBe(422);
  await box.close();
});
