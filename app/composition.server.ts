import { movedClock, systemClock } from "~/adapters/clock/clock";
import { geonames } from "~/adapters/gazetteer/geonames";
import { filesAt } from "~/adapters/files/files";
import { dateHolidays } from "~/adapters/holidays/holidays";
import { idsFrom } from "~/adapters/ids/ids";
import { openQueue } from "~/adapters/jobs/queue";
import { linksFor } from "~/adapters/links/links";
import { jsonLog } from "~/adapters/log/log";
import { letters } from "~/adapters/mail/letters";
import { addressKeys } from "~/adapters/maps/address-key";
import { geocoderOver } from "~/adapters/maps/geocoder";
import { roadTimesOver } from "~/adapters/maps/road-times";
import { smtpMailer } from "~/adapters/mail/mailer";
import { photos } from "~/adapters/photos/photos";
import { postgresScreens } from "~/adapters/postgres/screens/screens";
import { advisoryLocks } from "~/adapters/postgres/locks";
import { postgresStore } from "~/adapters/postgres/store";
import { shopifyAdmin } from "~/adapters/shopify/admin";
import { pointsBudget } from "~/adapters/shopify/points";
import { readyZones } from "~/adapters/zones/ready-zones";
import { recentShops } from "~/adapters/zones/recent-shops";
import { scryptPins } from "~/adapters/vault/pins";
import { signersFrom } from "~/adapters/vault/signers";
import { throwAwaySigner } from "~/adapters/vault/throw-away-signer";
import { vaultWith } from "~/adapters/vault/vault";
import { COUNTRIES, countryPack } from "~/countries";
import { forShop, tenants } from "~/db.server";
import { env } from "~/env.server";
import { onInstall, unauthenticated } from "~/shopify.server";
import * as readers from "~/queries";
import type { QueryPorts } from "~/queries/ports";
import * as workflows from "~/workflows";
import { CATALOG } from "~/workflows/catalog";

/** As many as may run at once: the sum of the concurrency of the jobs that use `exclusively`. */
const EXCLUSIVE_JOBS = 25;
const clock = env.CLOCK_URL ? movedClock : systemClock;
const ids = idsFrom(clock);
const log = jsonLog(env.LOG_LEVEL);
const points = pointsBudget();
/** Only in the sandbox's world may a merchant name an address of our own network. */
const reach = { onlyPublic: env.NODE_ENV === "production" && env.ALLOW_SANDBOX !== "yes", userAgent: `BIMCommerce (${env.APP_URL})` };
const vault = vaultWith(env.APP_ENCRYPTION_KEYS);

/** This process's end of the queue: web processes only send. Opened once, at first use; one that could not be opened is opened anew next time. */
let opened: ReturnType<typeof openQueue> | undefined;
export const queue = (works = env.ROLE !== "web") =>
  (opened ??= openQueue({ connectionString: env.DATABASE_URL, log, works }).then(declared).catch(forgotten));

function forgotten(error: unknown): never {
  opened = undefined;
  throw error;
}

async function declared(open: Awaited<ReturnType<typeof openQueue>>) {
  await open.declare(Object.fromEntries(Object.entries(CATALOG).map(([name, { policy }]) => [name, policy])));
  return open;
}

/** One operation with a shop's own offline token, refreshed by the library when it has run out. */
async function adminGraphql(
  domain: string,
  operation: string,
  variables: Record<string, unknown>,
): Promise<{ data?: unknown; errors?: unknown; extensions?: unknown }> {
  const { admin } = await unauthenticated.admin(domain);
  return (await admin.graphql(operation, { variables })).json();
}

export const ports: QueryPorts = {
  clock,
  ids,
  log,
  vault,
  letters,
  photos,
  screens: postgresScreens(forShop),
  store: postgresStore({
    forShop,
    tenants,
    clock,
    ids,
    hold: advisoryLocks(env.DATABASE_URL, EXCLUSIVE_JOBS),
    openJobs: async (name, shopId) => (await queue()).openJobs(name, shopId),
    secondsToNextTry: async (name, shopId) => (await queue()).secondsToNextTry(name, shopId),
    send: async (name, data, options, db) => (await queue()).send(name, data, options, db),
    sendAll: async (name, all) => (await queue()).sendAll(name, all),
  }),
  admin: ({ domain }, urgency = "soon") => shopifyAdmin({ send: adminGraphql, points, domain, urgency }),
  mail: smtpMailer(env.SMTP_URL, env.MAIL_FROM),
  files: filesAt(env.FILES_URL),
  pins: scryptPins,
  links: linksFor(env.APP_URL, env.LINK_SIGNING_KEYS),
  signer: signersFrom(vault),
  throwAwaySigner: throwAwaySigner(clock),
  countries: countryPack,
  zones: readyZones(geonames(COUNTRIES)),
  geocoder: geocoderOver({ vault, log, reach }),
  roadTimes: roadTimesOver({ log, reach }),
  addressKey: addressKeys(env.LINK_SIGNING_KEYS),
  holidays: dateHolidays(),
  recentShops: recentShops(() => performance.now()),
  authority: () => ({ testUrl: env.EC_SRI_TEST_URL, productionUrl: env.EC_SRI_PRODUCTION_URL, timeoutMs: env.EC_SRI_TIMEOUT_MS }),
};

/** What lies below the maps of zones and of a courier's day; null: nothing but what they draw themselves. */
export const mapGround = { tiles: env.MAP_TILES_URL ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION } : null };

/** A workflow or query without its first parameter. */
type Bound<W> = W extends (ports: never, input: infer I) => infer R ? (input: I) => R : never;
type BoundAll<All> = { [K in keyof All]: Bound<All[K]> };

const bindAll = <All extends object>(all: All) =>
  Object.fromEntries(
    Object.entries(all).map(([name, told]) => [name, (input: never) => (told as (p: QueryPorts, i: never) => unknown)(ports, input)]),
  ) as BoundAll<All>;

/** What routes may ask for: every workflow and every query, given its ports. */
export const commands = bindAll(workflows);
export const queries = bindAll(readers);

onInstall(async (shop) => void (await commands.installShop(shop)));
