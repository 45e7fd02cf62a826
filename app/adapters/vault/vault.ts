import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { Vault } from "~/ports/secrets";

export type Key = { id: string; key: Uint8Array };

/** AES-256-GCM as "keyId:iv:tag:ciphertext" (base64). The first key seals, every key of the ring opens; keys are 32 bytes. */
export function vaultWith(keys: readonly Key[]): Vault {
  const [current] = keys;
  if (!current) throw new Error("The vault needs at least one key");
  const ring = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    seal(secret) {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", current.key, iv);
      cipher.setAAD(Buffer.from(current.id));
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return [current.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64"))].join(":");
    },
    open(sealed) {
      const [id = "", iv, tag, text] = sealed.split(":");
      const key = ring.get(id);
      if (iv === undefined || tag === undefined || text === undefined) throw new Error("A sealed secret is malformed");
      if (!key) throw new Error(`No encryption key "${id}": it was removed from APP_ENCRYPTION_KEYS while secrets still need it`);
      const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64"), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(Buffer.from(tag, "base64"));
      return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(text, "base64")), decipher.final()]));
    },
  };
}
