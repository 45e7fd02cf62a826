import type { Place } from "~/domain/place/place";
import type { ZoneDraft } from "./draft";
import { listening, type Problems, type Say } from "./problems";
import { readArea } from "./read-area";
import { readCommission } from "./read-commission";
import { readDaysOff, readServed } from "./read-hours";
import { readServices } from "./read-services";
import { readAmount, readWhole } from "./texts";

const LONGEST_NAME = 80;

export type ReadZone = ReturnType<typeof zoneIn>;
/** `zone` is what could be read, for looking at while it is written; only without problems it may be saved. */
export type ReadDraft = { zone: ReadZone; problems: Problems; isFine: boolean };

/** A zone out of what was typed, in a currency. Everything that is wrong is said at its field. */
export function readDraft(draft: ZoneDraft, currency: string): ReadDraft {
  const { problems, say } = listening();
  const zone = zoneIn(say, draft, currency);
  return { zone, problems, isFine: Object.keys(problems).length === 0 };
}

function zoneIn(say: Say, draft: ZoneDraft, currency: string) {
  const name = draft.name.trim();
  if (name === "") say("name", "required");
  if (name.length > LONGEST_NAME) say("name", "too_long", { most: LONGEST_NAME });
  const hours = readServed(say, draft.hours);
  const [orderMinMinor, orderMaxMinor] = [
    readAmount(say, "orderMin", draft.orderMin, currency),
    readAmount(say, "orderMax", draft.orderMax, currency),
  ];
  if (orderMinMinor !== null && orderMaxMinor !== null && orderMinMinor > orderMaxMinor) say("orderMax", "order_limits_crossed");
  return {
    ...{ name, currency, hours, orderMinMinor, orderMaxMinor },
    active: draft.active,
    priority: readWhole(say, "priority", draft.priority, 0, 999),
    area: readArea(say, draft),
    services: readServices(say, draft.services, hours, currency),
    commission: readCommission(say, draft.commission, currency),
    daysOff: readDaysOff(say, draft),
    cashAllowed: draft.cashAllowed,
    place: readPlace(say, draft.place),
    courierIds: [...new Set(draft.courierIds)],
    strategy: draft.strategy || null,
    locationGids: [...new Set(draft.locationGids)],
  };
}

function readPlace(say: Say, text: string): Place | null {
  if (text === "") return null;
  const [, establishment = "", emissionPoint = ""] = /^(\d{3})-(\d{3})$/.exec(text) ?? [];
  if (establishment === "") say("place", "place_unreadable");
  return { establishment, emissionPoint };
}
