import { carrierOf, type CarrierField } from "~/domain/dispatch/carrier";
import { isReverse } from "~/domain/delivery/reverse";
import { hindranceOf, isLoadable, isOfToday, type Hindrance } from "~/domain/dispatch/run";
import type { RunRecord } from "~/ports/courier-records";
import type { DocumentRecord } from "~/ports/document-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { fiscalZone } from "~/workflows/document/fiscal-zone";
import { areGuidesWanted } from "~/workflows/run/guides-wanted";
import { legalDeadline } from "./legal-deadline";
import type { QueryPorts } from "./ports";

const LINK_MS = 24 * 60 * 60_000;

type Needs = Pick<QueryPorts, "store" | "clock" | "links" | "countries">;
export type GuideView = Pick<DocumentRecord, "id" | "state" | "number" | "accessKey" | "attention"> & {
  pdfUrl: string | null;
  dueAt: string | null;
};
export type RunView = Pick<RunRecord, "id" | "state" | "createdAt" | "overrideReason"> & {
  /** The location that it leaves from, as Shopify names it; null: none that we know. */
  from: string | null;
  orders: string[];
  guide: GuideView | null;
};
/** `late`: guides under which nothing moved, to be annulled. `missing`: what the guide would have to say of the courier and nobody has told. */
export type CourierRuns = {
  areWanted: boolean;
  loadable: number;
  missing: CarrierField[];
  runs: RunView[];
  late: GuideView[];
  now: string;
};

/** What a courier has loaded today under which guide, and what there is to load. Nothing where goods move without guides. */
export async function courierRuns(ports: Needs, { shop, courierId }: { shop: Shop; courierId: string }): Promise<CourierRuns> {
  const s = ports.store.of(shop.id);
  const at = ports.clock.now();
  const now = at.toISOString();
  if (!(await areGuidesWanted(s))) return { areWanted: false, loadable: 0, missing: [], runs: [], late: [], now };
  const { country } = ports.countries("EC");
  const timeZone = await fiscalZone(s, ports.countries("EC"));
  const [open, stops, couriers] = await Promise.all([s.openRuns(courierId), s.stopsOfCourier(courierId, at), s.couriers()]);
  const current = open.filter((run) => isOfToday(run, at, timeZone));
  const ids = current.map(({ id }) => id);
  const driver = carrierOf(
    couriers.find(({ id }) => id === courierId)!,
    country,
  );
  return {
    areWanted: true,
    now,
    late: (await s.guidesToSettle(courierId)).map((guide) => guideView(ports, shop, guide, timeZone)),
    loadable: stops.filter(({ delivery }) => isLoadable(delivery, ids)).length,
    missing: "missing" in driver ? driver.missing : [],
    runs: await Promise.all(current.map((run) => runView(ports, s, shop, { run, timeZone }))),
  };
}

async function runView(ports: Needs, s: ShopStore, shop: Shop, { run, timeZone }: { run: RunRecord; timeZone: string }): Promise<RunView> {
  const [stops, guide, locations] = await Promise.all([s.stopsOfRun(run.id), s.guideOfRun(run.id), s.locations()]);
  const { id, state, createdAt, overrideReason } = run;
  return {
    id,
    state,
    createdAt,
    overrideReason,
    // What is fetched leaves from its buyer.
    from:
      (stops.every(({ delivery }) => !isReverse(delivery)) && locations.find((location) => location.id === run.locationId)?.name) || null,
    orders: stops.map(({ order }) => order.name),
    guide: guide && guideView(ports, shop, guide, timeZone),
  };
}

function guideView({ links, clock, countries }: Needs, shop: Shop, guide: DocumentRecord, timeZone: string): GuideView {
  const { id, state, number, accessKey, attention } = guide;
  const pdf = { publicKey: shop.publicKey, kind: "invoice-pdf" as const, id };
  const dueAt = legalDeadline(countries(guide.country), { ...guide, deliveredAt: null }, timeZone);
  const pdfUrl = guide.authorisedAt && links.fileUrl(pdf, new Date(clock.now().getTime() + LINK_MS));
  return { id, state, number, accessKey, attention, dueAt, pdfUrl };
}

/** Why a delivery can't be started yet; null when it can, as far as its guide is concerned. */
export async function stopHindrance(ports: Needs, { shop, deliveryId }: { shop: Shop; deliveryId: string }): Promise<Hindrance | null> {
  const s = ports.store.of(shop.id);
  if (!(await areGuidesWanted(s))) return null;
  const { runId } = await s.delivery(deliveryId);
  return hindranceOf(runId ? await s.run(runId) : null, ports.clock.now(), await fiscalZone(s, ports.countries("EC")));
}
