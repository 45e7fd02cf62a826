import type { Run } from "./read-on";

/** As extensions/cart-district/blocks/district.liquid reads them: of the app's own data in this shop, which nobody else can read or write. */
const NAMESPACE = "bimcommerce";
const KEY = "districts";

export async function keepDistricts(run: Run, districts: readonly string[]): Promise<null> {
  const { currentAppInstallation } = await run<{ currentAppInstallation: { id: string } }>("AppInstallation", {});
  const value = JSON.stringify(districts);
  await run("SetMetafields", {
    metafields: [{ ownerId: currentAppInstallation.id, namespace: NAMESPACE, key: KEY, type: "json", value }],
  });
  return null;
}
