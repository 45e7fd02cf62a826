import { z } from "zod";
import type { FileLink, LinkSession } from "~/ports/links";

// Short names: these travel in links that people read in mails.
const filePayload = z.object({
  p: z.string(),
  k: z.enum(["invoice-pdf", "invoice-xml", "photo", "buyer-data", "shadow-table", "settlement"]),
  i: z.string(),
  exp: z.number(),
});
const sessionPayload = z.union([z.object({ p: z.string(), d: z.string() }), z.object({ p: z.string(), h: z.string() })]);

const write = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const read = (text: string): unknown => JSON.parse(Buffer.from(text, "base64url").toString());

/** `exp` in whole seconds, as in JWT. */
export const writeFilePayload = (link: FileLink, expiresAt: Date): string =>
  write({ p: link.publicKey, k: link.kind, i: link.id, exp: Math.floor(expiresAt.getTime() / 1000) });

/** The text was signed by us, so it parses; null only when its time is over. */
export function readFilePayload(text: string, now: Date): FileLink | null {
  const { p, k, i, exp } = filePayload.parse(read(text));
  return exp * 1000 > now.getTime() ? { publicKey: p, kind: k, id: i } : null;
}

export const writeSessionPayload = (session: LinkSession): string =>
  write({ p: session.publicKey, ...("deviceSecret" in session ? { d: session.deviceSecret } : { h: session.secretHash }) });

export function readSessionPayload(text: string): LinkSession {
  const session = sessionPayload.parse(read(text));
  return "d" in session ? { publicKey: session.p, deviceSecret: session.d } : { publicKey: session.p, secretHash: session.h };
}
