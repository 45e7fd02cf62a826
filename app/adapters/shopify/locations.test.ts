import { expect, test } from "vitest";
import { TransientFailure } from "~/ports/failures";
import { readLocations } from "./locations";
import type { Run } from "./read-on";

const address = { address1: "Calle Larga 6-52", address2: null, city: "Cuenca", province: null, zip: "010101", countryCode: "EC" };
const node = (id: number, isActive = true) => ({ id: `gid://shopify/Location/${id}`, name: `Local ${id}`, isActive, address });
const page = (nodes: unknown[], endCursor: string | null) => ({
  locations: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } },
});

test("all pages are read, closed places among them", async () => {
  const asked: unknown[] = [];
  const run: Run = <T>(name: string, variables: Record<string, unknown>) => {
    asked.push([name, variables]);
    return Promise.resolve((variables.after === null ? page([node(1)], "next") : page([node(2, false)], null)) as T);
  };
  expect(await readLocations(run)).toEqual([
    { gid: "gid://shopify/Location/1", name: "Local 1", active: true, ...address },
    { gid: "gid://shopify/Location/2", name: "Local 2", active: false, ...address },
  ]);
  expect(asked).toEqual([
    ["Locations", { after: null }],
    ["Locations", { after: "next" }],
  ]);
});

test("a scope that wasn't granted is an answer, trouble on the way is not", async () => {
  const failing =
    (error: Error): Run =>
    () =>
      Promise.reject(error);
  const words = "Access denied for locations field. Required access: `read_locations` access scope.";
  expect(await readLocations(failing(new Error(words)))).toEqual({ state: "no_scope", reason: words });
  const away = new TransientFailure("Shopify is away");
  await expect(readLocations(failing(away))).rejects.toBe(away);
});
