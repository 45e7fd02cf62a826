import type { AuthorityNet, CountryPack, Signer } from "~/countries/pack";
import type { Files, Photos } from "./files";
import type { Holidays } from "./holidays";
import type { Links } from "./links";
import type { Letters, Mailer } from "./mail";
import type { AddressKey, Geocoder, RoadTimes } from "./maps";
import type { CertificateRecord } from "./document-records";
import type { Shop } from "./records";
import type { Pins, Vault } from "./secrets";
import type { ShopifyAdmin, Urgency } from "./shopify-admin";
import type { Store } from "./store";
import type { ReadyZones, RecentShops } from "./zones";

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** UUIDv7: sorts by time. */
  uuid(): string;
  /** 256 random bits, base64url. */
  secret(): string;
  /** Random decimal digits. */
  digits(count: number): string;
}

export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  warn(event: string, fields?: Record<string, unknown>): void;
  error(event: string, fields?: Record<string, unknown>): void;
}

export type Ports = {
  clock: Clock;
  ids: Ids;
  log: Log;
  store: Store;
  admin(shop: Pick<Shop, "domain">, urgency?: Urgency): ShopifyAdmin;
  mail: Mailer;
  letters: Letters;
  files: Files;
  vault: Vault;
  links: Links;
  pins: Pins;
  photos: Photos;
  /** The certificate's key, opened once and kept. */
  signer(certificate: CertificateRecord): Signer;
  /** A signer whose certificate nobody trusts, for a rehearsal before the shop has its own. */
  throwAwaySigner(holder: { legalName: string; taxId: string }): Signer;
  countries(country: string): CountryPack;
  zones: ReadyZones;
  holidays: Holidays;
  recentShops: RecentShops;
  geocoder: Geocoder;
  roadTimes: RoadTimes;
  addressKey: AddressKey;
  authority(country: string): AuthorityNet;
};
