import type { FileLink, Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";

export type ServedFile = { bytes: Uint8Array; contentType: string; filename: string; inline: boolean };
type Needs = Pick<Ports, "store" | "files" | "links" | "clock" | "countries">;

/** What a signed link stands for; null when forged, expired, or the file isn't there (any more). */
export async function file(ports: Needs, { token }: { token: string }): Promise<ServedFile | null> {
  const link = ports.links.openFileToken(token, ports.clock.now());
  const shop = link && (await ports.store.shopByPublicKey(link.publicKey));
  return link && shop ? read(ports, ports.store.of(shop.id), link) : null;
}

async function read(ports: Needs, s: ShopStore, { kind, id }: FileLink): Promise<ServedFile | null> {
  if (kind === "photo") {
    const attempt = await s.attempt(id);
    if (!attempt?.photoKey) return null;
    const bytes = await ports.files.get(attempt.photoKey);
    return bytes && { bytes, contentType: "image/jpeg", filename: `${id}.jpg`, inline: true };
  }
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
