import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { FileLink, Links } from "~/ports/links";
import { pinLocks } from "./pin-lock";
import { readFilePayload, readSessionPayload, writeFilePayload, writeSessionPayload } from "./payloads";

export type SigningKey = { id: string; key: Uint8Array };

/** Links and their tokens. The first key signs; what any key of the ring signed is accepted. */
export function linksFor(appUrl: string, keys: readonly SigningKey[]): Links {
  const [current] = keys;
  if (!current) throw new Error("Links need at least one signing key");
  const base = appUrl.replace(/\/+$/, "");
  const sign = (purpose: string, text: string, { key } = current): string =>
    createHmac("sha256", key).update(`${purpose}:${text}`).digest("base64url");

  /** The bias of the remainder is far below what a thief could use. */
  const pinOf = (deliveryId: string, { key } = current): string => {
    const number = createHmac("sha256", key).update(`pin:${deliveryId}`).digest().readUIntBE(0, 6);
    return String(number % 10_000).padStart(4, "0");
  };

  const hiddenByte = (deliveryId: string): number => createHmac("sha256", current.key).update(`pin-lock:${deliveryId}`).digest()[0]!;

  const stamp = (purpose: string, text: string): string => `${text}.${sign(purpose, text)}`;
  const checked = (purpose: string, token: string): string | null => {
    const [text, mac, ...more] = token.split(".");
    if (!text || !mac || more.length > 0) return null;
    return keys.some((key) => isEqual(mac, sign(purpose, text, key))) ? text : null;
  };

  return {
    tokenOf: (shop, linkId) => `${shop.publicKey}.${sign("link", linkId)}`,
    hash: (secret) => createHash("sha256").update(secret).digest("hex"),
    deliveryPin: (deliveryId) => pinOf(deliveryId),
    pinLock: pinLocks((deliveryId) => pinOf(deliveryId), hiddenByte),
    isDeliveryPin: (deliveryId, typed) => keys.some((key) => isEqual(typed, pinOf(deliveryId, key))),
    courierUrl: (token) => `${base}/courier/${token}`,
    carrierRatesUrl: (token) => `${base}/api/carrier-rates/${token}`,
    fileUrl: (link, expiresAt) => `${base}/files/${stamp("file", writeFilePayload(link, expiresAt))}`,
    openFileToken: (token, now): FileLink | null => {
      const payload = checked("file", token);
      return payload === null ? null : readFilePayload(payload, now);
    },
    sessionOf: (session) => stamp("session", writeSessionPayload(session)),
    openSession: (value) => {
      const payload = checked("session", value);
      return payload === null ? null : readSessionPayload(payload);
    },
  };
}

function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
