import { called } from "~/domain/gazetteer/called";
import { pathOf, type PlaceKind } from "~/domain/gazetteer/gazetteer";
import type { Shop } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** A place of a country, to be found by its name. `isCapital`: the canton of a province's capital. `within`: what it lies in, the nearest first. */
export type Division = {
  isCapital: boolean;
  name: string;
  kind: PlaceKind;
  within: string;
  latitude: number | null;
  longitude: number | null;
};

/** The places of a country as the map has them, the widest first; none where there is no map of it. */
export async function divisions(
  { store, zones }: Pick<QueryPorts, "store" | "zones">,
  { shop, country }: { shop: Shop; country: string },
): Promise<Division[]> {
  const gazetteer = (await zones(shop, () => store.of(shop.id).zones())).gazetteers.get(country);
  return [...(gazetteer?.byId.values() ?? [])].map((place) => ({
    ...{
      isCapital: place.isCapital ?? false,
      name: called(place.name),
      kind: place.kind,
      latitude: place.latitude,
      longitude: place.longitude,
    },
    within: pathOf(gazetteer!, place)
      .slice(1)
      .map(({ name }) => called(name))
      .join(", "),
  }));
}
