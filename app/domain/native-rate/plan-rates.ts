import type { NativeRate } from "./native-rates";
import { isAsWritten, type LocationGroup, type Method, type NewRates, type Profile, type Written } from "./profile";

export type WantedZone = { countryCode: string; locationGids: readonly string[]; rates: readonly NativeRate[] };
/** What somebody changed of ours in Shopify. */
export type Drift = { name: string; what: "deleted" | "edited" };
export type Plan = { remove: string[]; create: NewRates[]; written: Written[]; drift: Drift[] };

type Known = {
  profile: Profile;
  zones: readonly WantedZone[];
  written: readonly Written[];
  /** Every rate that was there before a write whose end we don't know: what is new since then and as we wanted it is ours. Null: none such. */
  seen: ReadonlySet<string> | null;
  /** What was to be taken away by a write whose end we don't know. */
  doomed: ReadonlySet<string>;
  /** Put right what somebody changed of ours. */
  repairs: boolean;
};

/**
 * What is to be done so that the profile has each zone's rates, and no more of ours. Rates that we didn't write are not looked at. What
 * somebody changed of ours is told, and left so until a person wants it put right.
 */
export function planRates({ profile, zones, written, seen, doomed, repairs }: Known): Plan {
  const plan: Plan = { remove: [], create: [], written: [], drift: [] };
  for (const group of profile.groups) {
    const ours = written.filter((one) => one.group === group.gid);
    for (const { gid } of group.zones.flatMap(({ methods }) => methods)) if (doomed.has(gid)) plan.remove.push(gid);
    planGroup(plan, { group, zones: zones.filter((zone) => shipsFrom(zone, group)), ours, seen, repairs });
  }
  return plan;
}

const shipsFrom = ({ locationGids }: WantedZone, group: LocationGroup): boolean =>
  locationGids.length === 0 || locationGids.some((gid) => group.locationGids.includes(gid));

type InGroup = { group: LocationGroup; zones: WantedZone[]; ours: Written[]; seen: ReadonlySet<string> | null; repairs: boolean };

function planGroup(plan: Plan, { group, zones, ours, seen, repairs }: InGroup): void {
  const present = new Map(group.zones.flatMap(({ methods }) => methods).map((method) => [method.gid, method]));
  const written = [...ours, ...adopted(group, zones, ours, seen)];
  const wanted = new Map(zones.flatMap(({ rates }) => rates).map((rate) => [rate.key, rate]));
  const settled = new Set<string>();
  for (const one of written) {
    const method = present.get(one.gid) ?? null;
    const rate = wanted.get(one.rate.key);
    const drift = driftOf(one, method);
    if (rate && drift && !repairs) {
      plan.drift.push(drift);
      plan.written.push(one);
      settled.add(rate.key);
    } else if (rate && method && isAsWritten(method, rate)) {
      plan.written.push({ ...one, rate });
      settled.add(rate.key);
    } else if (method) plan.remove.push(one.gid);
  }
  for (const { countryCode: country, rates } of zones) {
    const missing = rates.filter(({ key }) => !settled.has(key));
    const zone = group.zones.find(({ countries }) => countries.includes(country))?.gid ?? null;
    if (missing.length > 0) join(plan.create, { group: group.gid, zone, country, rates: missing });
  }
}

function driftOf({ rate }: Written, method: Method | null): Drift | null {
  if (!method) return { name: rate.name, what: "deleted" };
  return isAsWritten(method, rate) ? null : { name: rate.name, what: "edited" };
}

/** Of rates that are new since an interrupted write, those that are as we wanted them, and those of the same name: somebody was quick to edit them. */
function adopted(
  group: LocationGroup,
  zones: readonly WantedZone[],
  ours: readonly Written[],
  seen: ReadonlySet<string> | null,
): Written[] {
  if (!seen) return [];
  const known = new Set(ours.map(({ gid }) => gid));
  const fresh = new Set(group.zones.flatMap(({ methods }) => methods).filter(({ gid }) => !seen.has(gid) && !known.has(gid)));
  const found: Written[] = [];
  const taken = new Set<NativeRate>();
  const fits = [isAsWritten, (method: Method, rate: NativeRate) => method.name === rate.name];
  for (const isOurs of fits)
    for (const rate of zones.flatMap(({ rates }) => rates).filter((one) => !taken.has(one))) {
      const method = [...fresh].find((one) => isOurs(one, rate));
      if (!method) continue;
      fresh.delete(method);
      taken.add(rate);
      found.push({ gid: method.gid, group: group.gid, rate });
    }
  return found;
}

function join(all: NewRates[], more: NewRates): void {
  const same = all.find(({ group, zone, country }) => group === more.group && zone === more.zone && country === more.country);
  if (same) same.rates.push(...more.rates);
  else all.push(more);
}
