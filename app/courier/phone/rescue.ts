import type { Head } from "./link-shot";
import { MOST_SPOILT, type QueuedShot } from "./queue";
import type { Snapshot } from "./snapshot";
import { setMeta, type Store, type Writing } from "./store";

/** The browser has cleared the phone's memory under an open page, as when its data are deleted to make room. */
export const isForgotten = (held: Snapshot, found: Snapshot): boolean => held.day !== null && found.day === null;

/** What the page still knows of is written down again: reports, and photos whose picture can still be read. Another page may have been first. */
export async function rescue(store: Store, held: Snapshot): Promise<void> {
  const shots = (await Promise.all(held.shots.map(stillHere))).filter((shot) => shot !== null);
  await store.write(async (writing) => {
    if (!held.day || (await writing.objectStore("days").get("day"))) return;
    await writing.objectStore("days").put({ day: held.day, etag: null }, "day");
    for (const event of held.events) await writing.objectStore("events").put(event);
    for (const shot of shots) await writing.objectStore("shots").put(shot);
    const { looks, shift, position, scans, needsLink } = held;
    for (const [key, value] of Object.entries({ looks, shift, position, scans, needsLink }))
      await writing.objectStore("meta").put(value, key);
    if (held.phoneId) await setMeta(writing, "phoneId", held.phoneId);
    if (held.navigation) await setMeta(writing, "navigation", held.navigation);
    await goOn(writing, held);
  });
}

/** The counter and the day's chains go on where they were, as far as the page knows. */
async function goOn(writing: Writing, { events, shots, shift }: Snapshot): Promise<void> {
  await setMeta(writing, "counter", Math.max(0, ...[...events, ...shift].map(({ event }) => event.stamp.counter)));
  const heads = new Map<string, Head>();
  for (const { shot } of shots)
    if (shot.link.number > (heads.get(shot.link.day)?.number ?? 0))
      heads.set(shot.link.day, { number: shot.link.number, hash: shot.link.hash });
  for (const [day, head] of heads) await setMeta(writing, `head:${day}`, head);
}

/** Its bytes, taken out of what is no more; null: a try whose picture is lost. One that a report names is shown as one that does not arrive. */
async function stillHere(shot: QueuedShot): Promise<QueuedShot | null> {
  if (!shot.picture) return shot;
  const { picture, ...rest } = shot;
  try {
    return {
      ...rest,
      picture: { ...picture, blob: new Blob([await picture.blob.arrayBuffer()], { type: picture.blob.type }) },
      thumbnail: null,
    };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return shot.state === "kept" ? { ...rest, picture: null, thumbnail: null, spoilt: MOST_SPOILT } : null;
  }
}
