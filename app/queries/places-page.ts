import { addressLine } from "~/domain/order/address-line";
import { placeName, placeOf } from "~/domain/place/place";
import type { IssuerRecord } from "~/ports/document-records";
import type { LocationRecord } from "~/ports/location-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import type { QueryPorts } from "./ports";
import { unlinkedInUse } from "./unlinked-locations";

export type LocationView = Pick<LocationRecord, "id" | "name" | "active" | "originAddress"> & {
  address: string | null;
  /** "002-001"; null: the default place. */
  place: string | null;
  isGap: boolean;
};
export type EstablishmentView = { code: string; address: string | null; tradeName: string | null };

/** The shop's locations, what each is to the tax authority, and what the documents of each establishment say of it. */
export async function placesPage({ store }: Pick<QueryPorts, "store">, { shop }: { shop: Shop }) {
  const s = store.of(shop.id);
  const [issuer, locations, gaps] = await Promise.all([s.issuer(), s.locations(), unlinkedInUse(s)]);
  const series = issuer ? (await s.series(issuer.id)).filter(({ environment }) => environment === issuer.environment) : [];
  const invoices = series.filter(({ documentType }) => documentType === "invoice");
  const usual = invoices.find(({ isDefault }) => isDefault);
  return {
    state: shop.locationsState,
    problem: shop.locationsProblem,
    locations: locations.map((location) => viewOf(location, gaps)),
    places: invoices.map(placeName).sort(),
    defaultPlace: usual ? placeName(usual) : null,
    establishments: issuer ? await establishmentsOf(s, issuer, [...new Set(series.map(({ establishment }) => establishment))]) : [],
    /** What an establishment says that has nothing of its own. */
    usual: issuer && { address: issuer.establishmentAddress, tradeName: issuer.tradeName },
  };
}

function viewOf(location: LocationRecord, gaps: LocationRecord[]): LocationView {
  const { id, name, active, originAddress } = location;
  const place = placeOf(location);
  const isGap = gaps.some((gap) => gap.id === id);
  return { id, name, active, originAddress, address: addressLine(location), place: place && placeName(place), isGap };
}

async function establishmentsOf(s: ShopStore, issuer: IssuerRecord, codes: string[]): Promise<EstablishmentView[]> {
  const own = new Map((await s.establishments(issuer.id)).map((one) => [one.code, one]));
  return codes.sort().map((code) => {
    const { address = null, tradeName = null } = own.get(code) ?? {};
    return { code, address, tradeName };
  });
}
