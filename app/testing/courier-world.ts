import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesAt } from "~/adapters/files/files";
import { idsFrom } from "~/adapters/ids/ids";
import { linksFor } from "~/adapters/links/links";
import { scryptPins } from "~/adapters/vault/pins";
import { photos } from "~/adapters/photos/photos";
import { postgresStore } from "~/adapters/postgres/store";
import { FINAL_CONSUMER_LIMIT } from "~/countries/ec/buyer";
import { mayBeCredited } from "~/countries/ec/credit-note";
import { CASH_LIMIT } from "~/countries/ec/payment";
import { deadline, EC_TIME_ZONE } from "~/countries/ec/issue-date";
import type { CountryPack } from "~/countries/pack";
import { NO_LIMITS } from "~/domain/assignment/terms";
import { NO_TRANSPORT_DATA } from "~/domain/dispatch/carrier";
import type { SaleOrder } from "~/domain/order/order";
import type { JobName, JobOptions } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import { addressKeys } from "~/adapters/maps/address-key";
import { aSaleLine } from "./sales";
import { readyZones } from "~/adapters/zones/ready-zones";
import { plainZone } from "~/domain/zone/plain-zone";
import { renewCourierLink } from "~/workflows/delivery/renew-courier-link";

export type SentJob = { name: JobName; data: object };

/** A shop with a zone, two couriers and orders, in a real database; the clock stands still until moved, unless other ports are given. Call after `freshDatabase`. */
export async function courierWorld(given?: Ports) {
  const { forShop, tenants } = await import("~/db.server");
  let now = new Date("2026-11-23T15:00:00.000Z");
  const clock = { now: () => now };
  const ids = idsFrom({ now: () => new Date() });
  const sent: SentJob[] = [];
  /** How the last job of each name was to be done. */
  const options = new Map<JobName, JobOptions>();
  const store = postgresStore({
    forShop,
    tenants,
    clock,
    ids,
    hold: async (_name, work) => work(),
    send: async (name, data, given) => {
      sent.push({ name, data });
      options.set(name, given);
    },
    sendAll: async (name, all) => void sent.push(...all.map((data) => ({ name, data }))),
    secondsToNextTry: async () => null,
    openJobs: async (name) => sent.filter((job) => job.name === name).map(({ data }) => data),
  });
  const folder = await mkdtemp(join(tmpdir(), "courier-"));
  const links = linksFor("http://127.0.0.1:9", [{ id: "t", key: Buffer.alloc(32, 3) }]);
  const countries = () =>
    ({
      ...{ country: "EC", timeZone: EC_TIME_ZONE, deadline, finalConsumerLimit: FINAL_CONSUMER_LIMIT, cashLimit: CASH_LIMIT },
      mayBeCredited,
    }) as Partial<CountryPack> as CountryPack;
  const log = { info() {}, warn() {}, error() {} };
  const zones = readyZones(new Map());
  const ports = {
    store,
    clock,
    ids,
    links,
    pins: scryptPins,
    photos,
    files: filesAt(`file://${folder}`),
    countries,
    log,
    zones,
    roadTimes: () => Promise.resolve(null),
    addressKey: addressKeys([{ key: Buffer.alloc(32, 3) }]),
    holidays: () => Promise.resolve(new Set()),
    ...given,
  } as unknown as Ports;
  return {
    ports,
    sent,
    options,
    folder,
    setNow: (iso: string) => void (now = new Date(iso)),
    aShop: (domain: string) => aShop(ports, domain),
  };
}
export type CourierWorld = Awaited<ReturnType<typeof courierWorld>>;

async function aShop(ports: Ports, domain: string) {
  const details = { domain, name: "Tienda Demo", email: null, timeZone: "America/Guayaquil", currency: "USD", locale: "es" };
  const { shop } = await ports.store.installShop(details);
  const s = ports.store.of(shop.id);
  const [courierId, otherId, zoneId] = [ports.ids.uuid(), ports.ids.uuid(), ports.ids.uuid()];
  await s.saveCourier({
    id: courierId,
    name: "Luis Vega",
    email: "luis@example.com",
    phone: null,
    locale: "es",
    dailyCapacity: 20,
    active: true,
    ...NO_LIMITS,
    ...NO_TRANSPORT_DATA,
  });
  const other = { id: otherId, name: "Eva Mora", email: null, phone: null, locale: "en", dailyCapacity: 20, active: true };
  await s.saveCourier({ ...other, ...NO_LIMITS, ...NO_TRANSPORT_DATA });
  await s.saveZone({
    id: zoneId,
    name: "Quito",
    priority: 1,
    ...plainZone({ places: ["Quito"], rateMinor: 350, commissionMinor: 200 }),
    currency: "USD",
    active: true,
    courierIds: [courierId],
  });
  const aDelivery = async (number: number, change: Partial<SaleOrder> = {}) => {
    const order = await s.insertOrder({ sale: aSale(number, change), fiscalData: null, readAt: new Date(0) });
    const delivery = await s.insertDelivery({ orderId: order.id, currency: "USD" });
    await s.updateDelivery(delivery.id, {
      state: "assigned",
      zoneId,
      courierId,
      assignedAt: ports.clock.now(),
      rateMinor: 350,
      commissionMinor: 200,
    });
    return { orderId: order.id, deliveryId: delivery.id };
  };
  const tokenFor = async (id: string) =>
    (await renewCourierLink(ports, { shopId: shop.id, courierId: id, actor: "merchant:test" })).url.split("/").at(-1)!;
  return { shop, s, courierId, otherId, aDelivery, tokenFor };
}

export const aSale = (number: number, change: Partial<SaleOrder> = {}): SaleOrder => ({
  gid: `gid://shopify/Order/${number}`,
  name: `#${number}`,
  number,
  placedAt: "2026-11-23T14:00:00Z",
  updatedAt: "2026-11-23T14:00:00Z",
  cancelledAt: null,
  test: false,
  currency: "USD",
  presentmentCurrency: "USD",
  taxesIncluded: true,
  customerName: "Ana Pérez",
  email: "ana@example.com",
  phone: "+593991234567",
  locale: "es",
  note: null,
  tags: [],
  financialStatus: "PENDING",
  paymentType: "cash_on_delivery",
  gateways: ["Cash on Delivery (COD)"],
  shippingAddress: {
    name: "Ana María Pérez",
    address1: "Av. Amazonas N34-120 y Av. Atahualpa",
    address2: "Edificio Ñandú, piso 5",
    city: "Quito",
    province: null,
    zip: "La Carolina",
    countryCode: "EC",
    phone: "+593991234567",
    latitude: null,
    longitude: null,
  },
  billingAddress: null,
  fiscalData: null,
  lines: [aSaleLine({ id: "1", title: "Café de Loja", sku: "CAFE", quantity: 2, netMinor: 2200 })],
  shippingLines: [],
  removedLines: [],
  removedShippingLines: [],
  tipMinor: 0,
  dutiesMinor: 0,
  additionalFeesMinor: 0,
  cashRoundingMinor: 0,
  totalMinor: 2550,
  outstandingMinor: 2550,
  transactions: [],
  giftCardMinor: 0,
  refunds: [],
  paymentTerms: null,
  sourceName: "web",
  fulfillmentOrders: [],
  fulfillments: [],
  ...change,
});
