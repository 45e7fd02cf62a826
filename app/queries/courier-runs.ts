import { carrierOf, type CarrierField } from "~/domain/dispatch/carrier";
import { hindranceOf, isLoadable, isOfToday, type Hindrance } from "~/domain/dispatch/run";
import type { DocumentRecord, RunRecord, Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { areGuidesWanted } from "~/workflows/run/guides-wanted";
import type { QueryPorts } from "./ports";

const LINK_MS = 24 * 60 * 60_000;

type Needs = Pick<QueryPorts, "store" | "clock" | "links" | "countries">;
export type GuideView = Pick<DocumentRecord, "id" | "state" | "number" | "accessKey" | "attention"> & { pdfUrl: string | null };
export type RunView = Pick<RunRecord, "id" | "state" | "createdAt" | "overrideReason"> & { orders: string[]; guide: GuideView | null };
/** `missing`: what the guide would have to say of the courier and nobody has told. */
export type CourierRuns = { areWanted: boolean; loadable: number; missing: CarrierField[]; runs: RunView[] };

/** What a courier has loaded today under which guide, and what there is to load. Nothing where goods move without guides. */
export async function courierRuns(ports: Needs, { shop, courierId }: { shop: Shop; courierId: string }): Promise<CourierRuns> {
  const s = ports.store.of(shop.id);
  if (!(await areGuidesWanted(s))) return { areWanted: false, loadable: 0, missing: [], runs: [] };
  const { country, timeZone } = ports.countries("EC");
  const now = ports.clock.now();
  const [open, stops, couriers] = await Promise.all([s.openRuns(courierId), s.stopsOfCourier(courierId, now), s.couriers()]);
  const current = open.filter((run) => isOfToday(run, now, timeZone));
  const ids = current.map(({ id }) => id);
  const driver = carrierOf(
    couriers.find(({ id }) => id === courierId)!,
    country,
  );
  return {
    areWanted: true,
    loadable: stops.filter(({ delivery }) => isLoadable(delivery, ids)).length,
    missing: "missing" in driver ? driver.missing : [],
    runs: await Promise.all(current.map((run) => runView(ports, s, shop, run))),
  };
}

async function runView({ links, clock }: Needs, s: ShopStore, shop: Shop, run: RunRecord): Promise<RunView> {
  const [stops, guide] = await Promise.all([s.stopsOfRun(run.id), s.guideOfRun(run.id)]);
  const pdf = { publicKey: shop.publicKey, kind: "invoice-pdf" as const, id: guide?.id ?? "" };
  const { id, state, createdAt, overrideReason } = run;
  return {
    id,
    state,
    createdAt,
    overrideReason,
    orders: stops.map(({ order }) => order.name),
    guide: guide && {
      id: guide.id,
      state: guide.state,
      number: guide.number,
      accessKey: guide.accessKey,
      attention: guide.attention,
      pdfUrl: guide.authorisedAt && links.fileUrl(pdf, new Date(clock.now().getTime() + LINK_MS)),
    },
  };
}

/** Why a delivery can't be started yet; null when it can, as far as its guide is concerned. */
export async function stopHindrance(ports: Needs, { shop, deliveryId }: { shop: Shop; deliveryId: string }): Promise<Hindrance | null> {
  const s = ports.store.of(shop.id);
  if (!(await areGuidesWanted(s))) return null;
  const { runId } = await s.delivery(deliveryId);
  return hindranceOf(runId ? await s.run(runId) : null, ports.clock.now(), ports.countries("EC").timeZone);
}
