import { createHmac } from "node:crypto";
import type { AddressKey } from "~/ports/maps";

/** HMAC-SHA256 by the first of the keys. Under another first key the remembered positions are not found again, and learnt anew. */
export function addressKeys(keys: readonly { key: Uint8Array }[]): AddressKey {
  const [current] = keys;
  if (!current) throw new Error("Addresses need at least one key");
  return (shopId, text) => createHmac("sha256", current.key).update(`address ${shopId} ${text}`).digest("base64url");
}
