import { fromPrisma } from "pg-boss";
import type { ShopClient } from "~/db.server";
import type { JobData, JobName, JobOptions } from "~/ports/jobs";
import type { Clock, Ids } from "~/ports/ports";
import type { Store } from "~/ports/store";
import { devices } from "./devices";
import { documents } from "./documents";
import { absences } from "./absences";
import { atOnce } from "./at-once";
import { beyondDeadlocks } from "./deadlock";
import { doorNotes } from "./door-notes";
import { couriersWork } from "./couriers-work";
import { deliveries } from "./deliveries";
import { events } from "./events";
import { fiscal } from "./fiscal";
import { leftBehind } from "./left-behind";
import { ledger } from "./ledger";
import { links } from "./links";
import { locations } from "./locations";
import type { Hold } from "./locks";
import { nativeRates } from "./native-rates";
import { orders } from "./orders";
import { perShop } from "./per-shop";
import { phoneEvents } from "./phone-events";
import { positions } from "./positions";
import { redaction } from "./redaction";
import { reports } from "./reports";
import { runs } from "./runs";
import { settlements } from "./settlements";
import { shadow } from "./shadow";
import { shifts } from "./shifts";
import { shops, tenantsOf, type Tenants } from "./shops";
import { shots } from "./shots";
import { stopOrders } from "./stop-orders";
import { taxCategories } from "./tax-categories";
import { undo } from "./undo";
import { webhooks } from "./webhooks";
import { zones } from "./zones";

/** What every part of the store works with: one shop's rows (inside or outside a transaction), the clock, ids. */
export type Context = { shopId: string; db: Rows; clock: Clock; ids: Ids; tenants: Tenants };
/** A shop's client or its transaction: the two have the same tables. */
export type Rows = Omit<ShopClient, "$transaction" | "$connect" | "$disconnect" | "$extends">;

type Database = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };
export type Send = (name: JobName, data: object, options: JobOptions, db?: Database) => Promise<void>;

/** The same job for many, by one statement. */
export type SendAll = (name: JobName, all: object[]) => Promise<void>;

export type OpenJobs = (name: JobName, shopId: string) => Promise<object[]>;
export type SecondsToNextTry = (name: JobName, shopId: string) => Promise<number | null>;

type Needs = {
  forShop(shopId: string): ShopClient;
  tenants: Tenants;
  clock: Clock;
  ids: Ids;
  send: Send;
  sendAll: SendAll;
  openJobs: OpenJobs;
  secondsToNextTry: SecondsToNextTry;
  hold: Hold;
};

const TRANSACTION = { maxWait: 15_000, timeout: 30_000 };

/** The Store port over PostgreSQL. */
export function postgresStore({ forShop, tenants, clock, ids, send, sendAll, openJobs, secondsToNextTry, hold }: Needs): Store {
  const contextOf = (shopId: string, db: Rows): Context => ({ shopId, db, clock, ids, tenants });
  const storeOf = (shopId: string, db: Rows, jobs?: Database) => {
    const context = contextOf(shopId, db);
    return {
      shopId,
      ...webhooks(context),
      ...orders(context),
      ...locations(context),
      ...zones(context),
      ...positions(context),
      ...doorNotes(context),
      ...stopOrders(context),
      ...shifts(context),
      ...shots(context),
      ...phoneEvents(context),
      ...reports(context),
      ...undo(context),
      ...nativeRates(context),
      ...deliveries(context),
      ...couriersWork(context),
      ...absences(context),
      ...runs(context),
      ...links(context),
      ...ledger(context),
      ...settlements(context),
      ...devices(context),
      ...fiscal(context),
      ...taxCategories(context),
      ...documents(context),
      ...leftBehind(context),
      ...events(context),
      ...shops(context),
      ...shadow(context),
      ...redaction(context),
      async lock(name: string) {
        await db.$queryRawUnsafe("SELECT pg_advisory_xact_lock(hashtextextended($1 || $2, 0))::text", shopId, name);
      },
      enqueue: <N extends JobName>(name: N, data: JobData[N], options: JobOptions = {}) => send(name, data, options, jobs),
      secondsToNextTry: (name: JobName) => secondsToNextTry(name, shopId),
      openJobs: async <N extends JobName>(name: N) => (await openJobs(name, shopId)) as JobData[N][],
    };
  };
  const change: Store["change"] = (shopId, work) =>
    beyondDeadlocks(() =>
      forShop(shopId).$transaction(async (tx) => work(storeOf(shopId, tx as unknown as Rows, fromPrisma(tx as never))), TRANSACTION),
    );
  const fleet = atOnce((shopId) => contextOf(shopId, forShop(shopId)), sendAll);
  return {
    of: perShop((shopId) => ({ ...storeOf(shopId, forShop(shopId)), ...fleet.of(shopId) })),
    change,
    takeArrival: fleet.takeArrival,
    exclusively: (shopId, name, work) => hold(`${shopId} ${name}`, work),
    ...tenantsOf(tenants, clock, ids),
  };
}
