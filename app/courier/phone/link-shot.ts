import { linkText } from "~/domain/phone-event/chain";
import type { ChainLink, Shot } from "~/domain/phone-event/event";

/** The newest link of a day's chain. */
export type Head = Pick<ChainLink, "number" | "hash">;
type Taken = Omit<Shot, "link">;

/** yyyy-mm-dd by the phone's clock, where it stands. */
export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The shot with its place in the chain. `sha256`: of a text, in hex. */
export async function linkShot(taken: Taken, day: string, head: Head | null, sha256: (text: string) => Promise<string>): Promise<Shot> {
  const link = { day, number: (head?.number ?? 0) + 1, prev: head?.hash ?? null };
  return { ...taken, link: { ...link, hash: await sha256(linkText({ ...taken, link })) } };
}
