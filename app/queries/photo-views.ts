import { chainBreaks, type Break } from "~/domain/phone-event/chain";
import type { ChainLink } from "~/domain/phone-event/event";
import { isFinal } from "~/domain/phone-event/photo-problem";
import type { ShotRecord } from "~/ports/door-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { photoLinksUntil } from "./links-until";
import type { QueryPorts } from "./ports";

type Needs = Pick<QueryPorts, "links" | "clock">;

/** `state`: its bytes are `here`, `awaited`, `refused` (`problem` says why) or `forgotten`. `alsoOf`: other orders whose deliveries have the same picture. */
export type PhotoView = Pick<ShotRecord, "id" | "ordinal" | "takenAt" | "width" | "height" | "problem" | "overridden" | "role"> & {
  state: "here" | "awaited" | "refused" | "forgotten";
  url: string | null;
  isWrittenAnew: boolean;
  alsoOf: string[];
};
/** What the chain says of a report's photos. `breaks`: of that phone's day as far as the report's last photo. null: a form brought them. */
export type ChainView = { day: string; intact: number; of: number; breaks: Break[] } | null;
export type ReportPhotos = { photos: PhotoView[]; chain: ChainView };

/** A delivery's photos by report, the chains that they stand in reckoned anew, and who else used the same pictures. */
export async function photosByReport(
  ports: Needs,
  s: ShopStore,
  { shop, deliveryId }: { shop: Shop; deliveryId: string },
): Promise<Map<string, ReportPhotos>> {
  const kept = (await s.shotsOfDelivery(deliveryId)).filter(({ attemptId }) => attemptId !== null);
  const same = await s.ordersWithSamePhoto(deliveryId);
  const reports = Map.groupBy(kept, ({ attemptId }) => attemptId!);
  const views = [...reports].map(async ([attemptId, shots]): Promise<[string, ReportPhotos]> => {
    const photos = shots.sort((a, b) => a.ordinal - b.ordinal).map((shot) => photoView(ports, shop, shot, same.get(shot.sha256) ?? []));
    return [attemptId, { photos, chain: await chainView(ports, s, shots) }];
  });
  return new Map(await Promise.all(views));
}

function photoView(ports: Needs, { publicKey }: Shop, shot: ShotRecord, alsoOf: string[]): PhotoView {
  const { id, ordinal, takenAt, width, height, problem, overridden, role, key, sha256, storedSha256 } = shot;
  const url = key && ports.links.fileUrl({ publicKey, kind: "photo", id }, photoLinksUntil(ports));
  const isWrittenAnew = storedSha256 !== null && storedSha256 !== sha256;
  return { id, ordinal, takenAt, width, height, problem, overridden, role, url, state: stateOf(shot), isWrittenAnew, alsoOf };
}

function stateOf({ key, receivedAt, problem }: ShotRecord): PhotoView["state"] {
  if (key !== null) return "here";
  if (receivedAt !== null) return "forgotten";
  return problem !== null && isFinal(problem) ? "refused" : "awaited";
}

/** The whole day of the phone is reckoned, not the report's own links: a photo left out between two of them is seen. */
async function chainView({ links }: Needs, s: ShopStore, shots: readonly ShotRecord[]): Promise<ChainView> {
  const [first] = shots.filter(isLinked);
  if (!first) return null;
  const { courierId, phoneId, link } = first;
  const all = (await s.shotsOfChain({ courierId, phoneId, day: link.day })).filter(isLinked);
  const last = Math.max(...shots.map((shot) => shot.link?.number ?? 0));
  const breaks = chainBreaks(all, links.hash).filter(({ number }) => number <= last);
  const intact = shots.filter((shot) => shot.receivedAt !== null && !breaks.some(({ number }) => number === shot.link?.number));
  return { day: link.day, intact: intact.length, of: shots.length, breaks };
}

const isLinked = (shot: ShotRecord): shot is ShotRecord & { link: ChainLink } => shot.link !== null;
