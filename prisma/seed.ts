// One demo shop, so that a newcomer sees the whole product work: zones, couriers with their links, an issuer able to sign. Safe to run again.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { ports } from "~/composition.server";
import { countryPack } from "~/countries";
import { makeTestP12 } from "~/testing/certificates";
import { renewCourierLink } from "~/workflows/delivery/renew-courier-link";
import { saveLocation } from "~/workflows/settings/save-location";
import { completeSeries } from "~/workflows/document/series-for";
import { COURIERS, ISSUER, LOCATIONS, SHOP, ZONES } from "./seed-data";

const { store, ids, clock, vault, links } = ports;
const { shop } = await store.installShop(SHOP);
const s = store.of(shop.id);

const known = await s.couriers();
if (known.length === 0) await plant();
await writeLinks();
process.exit(0);

async function plant(): Promise<void> {
  const courierIds = new Map<string, string>();
  for (const courier of COURIERS) {
    const id = ids.uuid();
    courierIds.set(courier.name, id);
    await s.saveCourier({ ...courier, id, dailyCapacity: Number(process.env.SEED_DAILY_CAPACITY ?? courier.dailyCapacity) });
  }
  for (const { couriers, ...zone } of ZONES)
    await s.saveZone({ ...zone, id: ids.uuid(), courierIds: couriers.map((name) => courierIds.get(name)!) });
  await plantIssuer();
  await plantLocations();
  // A demo may choose for itself; a merchant is asked (settings), because prepaid orders fall under LRTI art. 61.
  // Guides are off so that one order at a time can be walked through; Settings › Guías switches them on, and runs wait for theirs.
  await s.updateShop({ invoiceTriggers: { card: "on_delivery", transfer: "on_delivery" }, guides: "off" });
  for (const courierId of courierIds.values()) await renewCourierLink(ports, { shopId: shop.id, courierId, actor: "system" });
}

/** Shopify tells of them again when the shop is installed; what they are linked to is the merchant's. */
async function plantLocations(): Promise<void> {
  await s.keepLocations(LOCATIONS.map(({ at: _at, ...location }) => location));
  for (const { id: locationId, gid } of await s.locations()) {
    const place = LOCATIONS.find((one) => one.gid === gid)!.at;
    await saveLocation(ports, { shopId: shop.id, actor: "system", locationId, place, originAddress: null });
  }
}

/** The certificate is made on the spot: self-signed, good for the sandbox's authority, for nobody else. */
async function plantIssuer(): Promise<void> {
  const issuer = { ...ISSUER, id: ids.uuid() };
  await s.saveIssuer(issuer);
  await s.saveSeries({
    id: ids.uuid(),
    issuerId: issuer.id,
    documentType: "invoice",
    establishment: "001",
    emissionPoint: "001",
    environment: "test",
    firstNumber: 1,
    nextNumber: 1,
    isDefault: true,
  });
  await store.change(shop.id, (planting) => completeSeries(planting, ids, issuer));
  const password = ids.secret();
  const p12 = await makeTestP12({ commonName: "REPRESENTANTE TIENDA ANDINA", taxId: issuer.taxId, password, days: 730 });
  const opened = countryPack("EC").openCertificate(p12, password, clock.now().toISOString());
  if (!opened.ok) throw new Error(`the demo's own certificate: ${opened.problem.code}`);
  const { signer, info, chain } = opened.value;
  await s.saveCertificate({
    id: ids.uuid(),
    issuerId: issuer.id,
    keyEncrypted: vault.seal(signer.privateKey.export({ format: "der", type: "pkcs8" })),
    certificateDer: signer.certificateDer,
    subject: info.subject,
    issuedBy: info.issuer,
    chain,
    serial: info.serial,
    taxId: info.taxId,
    notBefore: new Date(info.notBefore),
    notAfter: new Date(info.notAfter),
    uploadedAt: clock.now(),
  });
}

/** What the demo prints for couriers: name → link. */
async function writeLinks(): Promise<void> {
  if (!process.env.DATA_DIR) return;
  const urls: Record<string, string> = {};
  for (const courier of await s.couriers()) {
    const [link] = (await s.links("courier", courier.id)).filter(({ revokedAt }) => !revokedAt);
    if (link) urls[courier.name] = links.courierUrl(links.tokenOf(shop, link.id));
  }
  writeFileSync(path.join(process.env.DATA_DIR, "links.json"), JSON.stringify(urls, null, 2), { mode: 0o600 });
}
