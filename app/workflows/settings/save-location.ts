import { seriesAt } from "~/domain/document/default-series";
import { DOCUMENT_TYPES } from "~/domain/document/document";
import { addressLine } from "~/domain/order/address-line";
import { placeName, type Place } from "~/domain/place/place";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { IssuerRecord } from "~/ports/document-records";
import type { LocationRecord } from "~/ports/location-records";
import type { Worded } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

/** `place` null: the default one. `firstNumber`: where the invoices of a place that is new begin. */
export type SaveLocation = {
  shopId: string;
  actor: string;
  locationId: string;
  place: (Place & { firstNumber: number }) | null;
  originAddress: string | null;
};

/**
 * What a location is to the tax authority: from now on the documents of what leaves from it are numbered at its place. Numbers given stay
 * where they are. PermanentFailure location_unknown, issuer_missing.
 */
export async function saveLocation(
  { store, ids }: Pick<Ports, "store" | "ids">,
  { shopId, actor, locationId, place, originAddress }: SaveLocation,
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    const location = (await s.locations()).find(({ id }) => id === locationId);
    if (!location) throw new PermanentFailure("location_unknown");
    if (place) await openPlace({ s, ids }, location, place);
    const { establishment = null, emissionPoint = null } = place ?? {};
    await s.linkLocation(locationId, { establishment, emissionPoint, originAddress });
    await s.record({ actor, type: "location", from: null, to: "saved", reason: toldOf(location, place) });
  });
}

const toldOf = ({ name: location }: LocationRecord, place: Place | null): Worded =>
  place ? { code: "location_linked", params: { location, place: placeName(place) } } : { code: "location_unlinked", params: { location } };

type Opening = { s: ShopStore; ids: Ports["ids"] };

/** Its series, so that where each begins can be said before the first is needed, and the location's address where its establishment has none. */
async function openPlace({ s, ids }: Opening, location: LocationRecord, { firstNumber, ...place }: Place & { firstNumber: number }) {
  const issuer = await s.issuer();
  if (!issuer) throw new PermanentFailure("issuer_missing");
  const { id: issuerId, environment } = issuer;
  for (const documentType of DOCUMENT_TYPES) {
    const all = await s.series(issuerId);
    if (seriesAt(all, { documentType, environment, place })) continue;
    const begins = documentType === "invoice" ? firstNumber : 1;
    const isDefault = !all.some((one) => one.documentType === documentType && one.environment === environment && one.isDefault);
    const series = { id: ids.uuid(), issuerId, documentType, environment, ...place, isDefault };
    await s.saveSeries({ ...series, firstNumber: begins, nextNumber: begins });
  }
  await nameEstablishment(s, issuer, { code: place.establishment, address: addressLine(location) });
}

/** The issuer's own establishment address is that of the default place. */
async function nameEstablishment(s: ShopStore, { id: issuerId, environment }: IssuerRecord, own: { code: string; address: string | null }) {
  const isKnown = (await s.establishments(issuerId)).some(({ code }) => code === own.code);
  const isUsual = (await s.series(issuerId)).some(
    (one) => one.isDefault && one.documentType === "invoice" && one.environment === environment && one.establishment === own.code,
  );
  if (!isKnown && !isUsual) await s.saveEstablishment({ issuerId, ...own, tradeName: null });
}
