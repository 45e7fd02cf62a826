import type { FileLink } from "~/ports/links";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { buyerData } from "./buyer-data";

export type ServedFile = { bytes: Uint8Array; contentType: string; filename: string; inline: boolean };
type Needs = Pick<Ports, "store" | "files" | "links" | "clock" | "countries">;

/** What a signed link stands for; null when forged, expired, or the file isn't there (any more). */
export async function file(ports: Needs, { token }: { token: string }): Promise<ServedFile | null> {
  const link = ports.links.openFileToken(token, ports.clock.now());
  const shop = link && (await ports.store.shopByPublicKey(link.publicKey));
  return link && shop ? read(ports, shop, link) : null;
}

async function read(ports: Needs, shop: Shop, { kind, id }: FileLink): Promise<ServedFile | null> {
  const s = ports.store.of(shop.id);
  if (kind === "photo") return readPhoto(ports, s, id);
  // Put into words by the route.
  if (kind === "settlement") return null;
  if (kind === "buyer-data") return readBuyerData(ports, s, shop, id);
  const document = await s.findDocument(id);
  if (!document?.signedXml || !document.authorisation) return null;
  const { signedXml, authorisation, country, number } = document;
  const name = number ?? id;
  if (kind === "invoice-xml")
    return {
      bytes: new TextEncoder().encode(signedXml),
      contentType: "application/xml; charset=utf-8",
      filename: `${name}.xml`,
      inline: false,
    };
  // Printed from the signed bytes every time: the print can't disagree with what was authorised.
  return {
    bytes: await ports.countries(country).print({ signedXml, authorisation }),
    contentType: "application/pdf",
    filename: `${name}.pdf`,
    inline: true,
  };
}

async function readPhoto({ files }: Needs, s: ShopStore, id: string): Promise<ServedFile | null> {
  const shot = await s.shot(id);
  const bytes = shot?.key ? await files.get(shot.key) : null;
  return bytes && { bytes, contentType: "image/jpeg", filename: `${id}.jpg`, inline: true };
}

async function readBuyerData(ports: Needs, s: ShopStore, shop: Shop, id: string): Promise<ServedFile | null> {
  const data = await buyerData(ports, s, shop, id);
  const bytes = data && new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`);
  return bytes && { bytes, contentType: "application/json; charset=utf-8", filename: `buyer-data-${id}.json`, inline: false };
}
