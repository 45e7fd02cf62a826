import { Prisma } from "@prisma/client";
import type { tenants } from "~/db.server";
import type { Clock, Ids } from "~/ports/ports";
import type { Shop } from "~/ports/records";
import type { Store } from "~/ports/store";
import { toShop } from "./rows";
import type { Context } from "./store";

/** Uninstalled and installed again within a day, somebody tried something: the orders of that day are still ours to deliver. */
const AWAY_MILLISECONDS = 24 * 3_600_000;

const wasAway = (uninstalledAt: Date | null, now: Date): boolean =>
  uninstalledAt !== null && now.getTime() - uninstalledAt.getTime() > AWAY_MILLISECONDS;

export type Tenants = typeof tenants;

/** Prisma tells a column without a value from a value that is null. */
const json = <T>(value: T | null | undefined) => (value === null ? Prisma.DbNull : value);

export const shops = ({ shopId, db, clock, tenants }: Context) => ({
  async shop(): Promise<Shop> {
    return toShop(await db.shop.findUniqueOrThrow({ where: { id: shopId } }));
  },
  async updateShop({ geocoder, proofRules, failureReasons, ...patch }: Partial<Omit<Shop, "id">>) {
    const data = { ...patch, geocoder: json(geocoder), proofRules: json(proofRules), failureReasons: json(failureReasons) };
    await db.shop.update({ where: { id: shopId }, data: data as Prisma.ShopUpdateInput });
  },
  async markUninstalled() {
    const { domain } = await db.shop.update({
      where: { id: shopId },
      data: { uninstalledAt: clock.now(), carrierService: "unknown", carrierServiceGid: null },
    });
    await tenants.session.deleteMany({ where: { shop: domain } });
  },
});

/** How shops are found and made: the only look-ups that know no shop yet. */
export function tenantsOf(
  { shop }: Tenants,
  clock: Clock,
  ids: Ids,
): Pick<Store, "shopByDomain" | "shopByPublicKey" | "installShop" | "installedShops"> {
  const one = async (where: Prisma.ShopWhereUniqueInput) => {
    const row = await shop.findUnique({ where });
    return row && toShop(row);
  };
  return {
    shopByDomain: (domain) => one({ domain }),
    shopByPublicKey: (publicKey) => one({ publicKey }),
    async installedShops() {
      return (await shop.findMany({ where: { uninstalledAt: null }, orderBy: { id: "asc" } })).map(toShop);
    },
    async installShop(details) {
      const before = await shop.findUnique({ where: { domain: details.domain } });
      const row = await shop.upsert({
        where: { domain: details.domain },
        create: {
          ...details,
          id: ids.uuid(),
          publicKey: ids.secret().replace(/[-_]/g, "").slice(0, 12),
          installedAt: clock.now(),
          lastInstalledAt: clock.now(),
        },
        update: {
          name: details.name,
          email: details.email,
          timeZone: details.timeZone,
          currency: details.currency,
          lastInstalledAt: clock.now(),
          uninstalledAt: null,
          ...(wasAway(before?.uninstalledAt ?? null, clock.now()) ? { installedAt: clock.now() } : {}),
        },
      });
      return { shop: toShop(row), fresh: !before || before.uninstalledAt !== null };
    },
  };
}
