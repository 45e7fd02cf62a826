import { readFileSync } from "node:fs";
import { compileFunction } from "../../extensions/build.mjs";
import { runDelivery } from "../../sandbox/shopify/functions/delivery-customization.ts";
import { loadFunction, MOST_INSTRUCTIONS } from "../../sandbox/shopify/functions/host.ts";
import { nativeName } from "~/domain/native-rate/native-rates";
import type { Place } from "~/domain/zone/find-zone";
import { fullZoneTable, worstAddress } from "~/testing/full-zone-table";
import type { Row } from "../row.ts";

const NAME = "Quito";

/** What Shopify's checkout counts: instructions of the delivery function, with as many zones as it can keep; counted, so always the same. */
export async function zoneRates(): Promise<Row> {
  const inputQuery = readFileSync("extensions/zone-rates/input.graphql", "utf8");
  const module = loadFunction(await compileFunction("zone-rates"));
  const { kept, metafields, bytes } = fullZoneTable();
  const run = ({ position, countryCode, city, zip, address2 }: Place, table: typeof metafields) => {
    const address = { countryCode, city, zip, address2, latitude: position?.latitude ?? null, longitude: position?.longitude ?? null };
    const options = kept.map(({ id, name }) => ({ handle: id, title: nativeName(name, { name: "" }, "es") }));
    return runDelivery({ module, inputQuery }, { attributes: [], groups: [{ address, options }] }, table);
  };
  const plain: Place = { countryCode: "EC", province: null, city: NAME, zip: null, address2: null, position: null };
  const worst = run(worstAddress(NAME), metafields);
  const usual = run(plain, metafields);
  return {
    name: "zone-rates, full table, instructions",
    value: worst.instructions / 1_000_000,
    unit: "M",
    goal: MOST_INSTRUCTIONS / 1_000_000,
    better: "lower",
    baseline: { name: "the same without a table", value: run(worstAddress(NAME), []).instructions / 1_000_000 },
    note: `${kept.length} zones in ${bytes} bytes; "${NAME}" ${(usual.instructions / 1_000_000).toFixed(1)} M; memory ${worst.memoryBytes / 1024} KiB`,
  };
}
