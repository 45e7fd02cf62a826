import type { Point } from "~/domain/geo/point";
import type { GeocoderKind } from "~/domain/position/geocoder";
import type { Whereabouts } from "~/domain/position/address-text";
import type { Distances } from "~/domain/tour/distance";

/** A geocoder as the merchant configured it; its key is sealed. */
export type GeocoderSetting = { kind: GeocoderKind; url: string; keySealed: string | null };

/** `unasked`: no answer within the time, or none sought because it is overburdened or has failed too often just now. */
export type GeocoderAnswer = { state: "found"; point: Point; metres: number } | { state: "unknown" } | { state: "unasked" };

export type AskedOfGeocoder = { shopId: string; setting: GeocoderSetting; address: Whereabouts; withinMs: number };

/** Where an address is, asked within so many milliseconds. It is told the address and nothing else; trouble with it is no answer, never an error. */
export type Geocoder = (asked: AskedOfGeocoder) => Promise<GeocoderAnswer>;

/** Seconds on the road between each two points, of an OSRM server; null where it gave no whole answer in time. */
export type RoadTimes = (server: { shopId: string; url: string }, points: readonly Point[]) => Promise<Distances | null>;

/** What stands for an address where positions are remembered: nobody reads the address from it. */
export type AddressKey = (shopId: string, addressText: string) => string;
