import type { CommissionRule } from "~/domain/rate/commission";
import type { RateBasis, Schedule } from "~/domain/rate/rate-table";
import { ALWAYS, type Service } from "~/domain/rate/service";
import { placeName } from "~/domain/place/place";
import type { AreaPart } from "~/domain/zone/area";
import { writtenParts } from "~/domain/zone/zone-summary";
import { writeCorners } from "./corners";
import type { AreaDraft, DrawnDraft, HoursDraft, PaidHoursDraft, ServiceDraft, ZoneDraft } from "./draft";
import type { ReadZone } from "./read-draft";
import { amountText, timeText } from "./texts";

export const EVERY_DAY: HoursDraft = { days: [0, 1, 2, 3, 4, 5, 6], from: "", to: "" };
const NOWHERE: AreaDraft = { isCountry: false, names: [], postal: "", drawn: [] };

/** A service that nothing was said of yet. */
export const newService = (): ServiceDraft => ({
  ...{ code: "", name: "", active: true, leadDays: "0", cutOff: "", basis: "flat", freeAbove: "", surcharges: [] },
  bands: [{ upTo: "", base: "", perUnit: "" }],
});

/** A zone that nothing was said of yet. */
export const newDraft = (priority: number): ZoneDraft => ({
  ...{ name: "", active: true, priority: String(priority), countryCode: "EC", include: NOWHERE, exclude: NOWHERE },
  ...{
    services: [newService()],
    courierIds: [],
    strategy: "",
    locationGids: [],
    hours: [EVERY_DAY],
    daysOff: "",
    orderMin: "",
    orderMax: "",
    cashAllowed: true,
    place: "",
  },
  commission: { kind: "fixed", amount: "", percent: "", bonuses: [], min: "", max: "" },
});

/** A zone as one would have typed it: what readDraft makes of it is the zone again. */
export function draftOf(zone: ReadZone): ZoneDraft {
  const { area, currency, place, commission } = zone;
  return {
    ...{ name: zone.name, active: zone.active, priority: String(zone.priority), countryCode: area.countryCode },
    ...{ include: sideDraft(area.include), exclude: sideDraft(area.exclude) },
    services: zone.services.map((service) => serviceDraft(service, currency)),
    commission: commissionDraft(commission, currency),
    courierIds: [...zone.courierIds],
    strategy: zone.strategy ?? "",
    locationGids: [...zone.locationGids],
    hours: zone.hours.length === 0 ? [EVERY_DAY] : zone.hours.map(hoursDraft),
    daysOff: zone.daysOff.join("\n"),
    ...{ orderMin: amountText(zone.orderMinMinor, currency), orderMax: amountText(zone.orderMaxMinor, currency) },
    ...{ cashAllowed: zone.cashAllowed, place: place ? placeName(place) : "" },
  };
}

const sideDraft = (parts: readonly AreaPart[]): AreaDraft => ({
  isCountry: parts.some(({ kind }) => kind === "country"),
  names: writtenParts(parts, "place"),
  postal: writtenParts(parts, "postal").join("\n"),
  drawn: parts.flatMap(drawnDraft),
});

function drawnDraft(part: AreaPart): DrawnDraft[] {
  if (part.kind === "polygon") return [{ kind: "polygon", corners: writeCorners(part.rings) }];
  if (part.kind !== "circle") return [];
  const { latitude, longitude, metres } = part;
  return [{ kind: "circle", latitude: String(latitude), longitude: String(longitude), metres: String(metres) }];
}

const hoursDraft = ({ days, from, to }: Schedule): HoursDraft => ({
  days: [...days],
  from: from === 0 ? "" : timeText(from),
  to: to === ALWAYS ? "" : timeText(to),
});

const paidDraft = (row: Schedule & { amountMinor: number }, currency: string): PaidHoursDraft => ({
  ...hoursDraft(row),
  amount: amountText(row.amountMinor, currency),
});

function serviceDraft({ code, name, active, leadDays, cutOff, rate }: Service, currency: string): ServiceDraft {
  return {
    ...{ code, name, active, leadDays: String(leadDays), cutOff: cutOff === ALWAYS ? "" : timeText(cutOff), basis: rate.basis },
    bands: rate.bands.map(({ upTo, baseMinor, perUnitMinor }) => ({
      upTo: sizeText(upTo, rate.basis, currency),
      base: amountText(baseMinor, currency),
      perUnit: perUnitMinor === 0 ? "" : amountText(perUnitMinor, currency),
    })),
    freeAbove: amountText(rate.freeAboveMinor, currency),
    surcharges: rate.surcharges.map((row) => paidDraft(row, currency)),
  };
}

function sizeText(size: number | null, basis: RateBasis, currency: string): string {
  if (size === null) return "";
  return basis === "value" ? amountText(size, currency) : String(basis === "weight" ? size / 1000 : size);
}

const commissionDraft = ({ kind, amountMinor, basisPoints, bonuses, minMinor, maxMinor }: CommissionRule, currency: string) => ({
  kind,
  amount: amountMinor === 0 && basisPoints > 0 ? "" : amountText(amountMinor, currency),
  percent: basisPoints === 0 ? "" : String(basisPoints / 100),
  bonuses: bonuses.map((row) => paidDraft(row, currency)),
  min: amountText(minMinor, currency),
  max: amountText(maxMinor, currency),
});
