import type { ZoneIndex } from "~/domain/zone/zone-index";
import type { Shop, Zone } from "./records";

/** A shop's zones, made ready to be asked; made once for each version of them in a process. */
export type ReadyZones = (shop: Pick<Shop, "id" | "zonesVersion">, read: () => Promise<Zone[]>) => Promise<ZoneIndex<Zone>>;

/** The shop of a public key, as it was at most a second ago: zones that were changed are asked within a second, in every process. */
export type RecentShops = (publicKey: string, read: () => Promise<Shop | null>) => Promise<Shop | null>;
