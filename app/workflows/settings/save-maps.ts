import type { GeocoderKind } from "~/domain/position/geocoder";
import type { Ports } from "~/ports/ports";

/** `key` null: as it is, as long as the same server is asked. */
export type SaveMaps = {
  shopId: string;
  actor: string;
  geocoder: { kind: GeocoderKind; url: string; key: string | null } | null;
  osrmUrl: string | null;
};

/** Whom to ask where an address is, and how long roads take. A key goes to no other server than the one it was given for. */
export async function saveMaps({ store, vault }: Pick<Ports, "store" | "vault">, { shopId, actor, geocoder, osrmUrl }: SaveMaps) {
  await store.change(shopId, async (s) => {
    const { geocoder: before } = await s.shop();
    const kept = before && geocoder && new URL(before.url).host === new URL(geocoder.url).host ? before.keySealed : null;
    const sealed = geocoder?.key ? vault.seal(Buffer.from(geocoder.key)) : kept;
    await s.updateShop({ osrmUrl, geocoder: geocoder && { kind: geocoder.kind, url: geocoder.url, keySealed: sealed } });
    await s.record({ actor, type: "maps", from: before?.kind ?? null, to: geocoder?.kind ?? "none" });
  });
}
