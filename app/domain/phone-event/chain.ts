import type { Shot } from "./event";

/** What a link's hash is reckoned over: everything that says which shot this was, and the link before it. */
export const linkText = ({
  sha256,
  takenAt,
  deliveryId,
  link: { day, number, prev },
}: Omit<Shot, "id" | "link"> & { link: Omit<Shot["link"], "hash"> }): string =>
  [day, number, prev ?? "", sha256, takenAt, deliveryId].join("|");

/** `changed`: its hash is not that of what it says; `gap`: the one before it is missing; `turned`: it names another one before it than there is. */
export type Break = { number: number; why: "changed" | "gap" | "turned" };

/** Where one phone's chain of one day is broken; none: intact. `sha256`: of a text, in hex. */
export function chainBreaks(shots: readonly Shot[], sha256: (text: string) => string): Break[] {
  const links = [...shots].sort((a, b) => a.link.number - b.link.number);
  return links.flatMap((shot, at): Break[] => {
    const { number, prev, hash } = shot.link;
    const before = links[at - 1]?.link ?? null;
    if (sha256(linkText(shot)) !== hash) return [{ number, why: "changed" }];
    if (number !== (before?.number ?? 0) + 1) return [{ number, why: "gap" }];
    return prev === (before?.hash ?? null) ? [] : [{ number, why: "turned" }];
  });
}
