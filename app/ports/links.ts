import type { PinLock } from "~/domain/proof/pin-lock";
import type { Shop } from "./records";

/**
 * What a browser holds after it opened a link: its telephone's own secret, worth nothing once that, or the link, has ended. `secretHash`: of the link,
 * in sessions of before telephones had their own.
 */
export type LinkSession = { publicKey: string; deviceSecret: string } | { publicKey: string; secretHash: string };

export type FileLink = {
  publicKey: string;
  kind: "invoice-pdf" | "invoice-xml" | "photo" | "buyer-data" | "shadow-table" | "settlement";
  id: string;
};

export interface Links {
  /** `<public shop key>.<secret>`; the secret follows from the link's id and our key, so that it can be shown again and is stored hashed only. */
  tokenOf(shop: Pick<Shop, "publicKey">, linkId: string): string;
  /** SHA-256, in hex. */
  hash(secret: string | Uint8Array): string;
  /** The four digits that a shopper is given for a delivery; they follow from its id and our key. */
  deliveryPin(deliveryId: string): string;
  /** What a phone tells them by without signal. */
  pinLock(deliveryId: string): PinLock;
  /** Whether these are they, by any key of ours that still holds. */
  isDeliveryPin(deliveryId: string, typed: string): boolean;
  courierUrl(token: string): string;
  carrierRatesUrl(token: string): string;
  /** A signed link to a file that stops working at an instant. */
  fileUrl(link: FileLink, expiresAt: Date): string;
  /** null: forged, expired or malformed. */
  openFileToken(token: string, now: Date): FileLink | null;
  /** The signed value of a session cookie. */
  sessionOf(session: LinkSession): string;
  /** null: forged or malformed. Whether the link still holds, the store tells. */
  openSession(value: string): LinkSession | null;
}
