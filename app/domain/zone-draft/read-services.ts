import { foldText } from "~/domain/gazetteer/fold-name";
import type { Band, RateBasis, RateTable, Schedule } from "~/domain/rate/rate-table";
import { ALWAYS, STANDARD, type Service } from "~/domain/rate/service";
import type { ServiceDraft } from "./draft";
import type { Say } from "./problems";
import { readPaidHours } from "./read-hours";
import { readAmount, readDecimal, readNeededAmount, readTime, readWhole } from "./texts";

const MOST_LEAD_DAYS = 30;

/**
 * What the zone offers. Says, at each field, `service_missing`, `service_twice`, `required`, `cut_off_never`, `cut_off_after_hours`, and
 * what is wrong with the tables. `hours`: the zone's own.
 */
export function readServices(say: Say, drafts: readonly ServiceDraft[], hours: readonly Schedule[], currency: string): Service[] {
  if (drafts.length === 0) say("services", "service_missing");
  const names = drafts.map(({ name }) => foldText(name));
  const codes = codesOf(drafts);
  return drafts.map((draft, index) => {
    const path = `services.${index}`;
    if (drafts.length > 1 && names[index] === "") say(`${path}.name`, "required");
    else if (names.indexOf(names[index]!) !== index) say(`${path}.name`, "service_twice", { service: draft.name });
    const { cutOff, leadDays } = readPromise(say, path, draft, hours);
    return {
      code: codes[index]!,
      name: draft.name.trim(),
      active: draft.active,
      leadDays,
      cutOff,
      rate: readTable(say, path, draft, currency),
    };
  });
}

/** A service that was saved keeps its code; a new one gets its name's, or the plain one when it is the first of all. */
function codesOf(drafts: readonly ServiceDraft[]): string[] {
  const taken = new Set(drafts.map(({ code }) => code).filter(Boolean));
  return drafts.map(({ code, name }) => {
    if (code) return code;
    const wanted = taken.size === 0 ? STANDARD : foldText(name).replaceAll(" ", "-").slice(0, 30) || "service";
    let free = wanted;
    for (let next = 2; taken.has(free); next++) free = `${wanted}-${next}`;
    taken.add(free);
    return free;
  });
}

function readPromise(say: Say, path: string, draft: ServiceDraft, hours: readonly Schedule[]) {
  const leadDays = readWhole(say, `${path}.leadDays`, draft.leadDays, 0, MOST_LEAD_DAYS);
  const cutOff = readTime(say, `${path}.cutOff`, draft.cutOff, ALWAYS);
  const latest = Math.max(...hours.map(({ to }) => to));
  if (cutOff === 0) say(`${path}.cutOff`, "cut_off_never");
  // What is ordered for the same day after its last hour would be promised for a time that is gone.
  if (leadDays === 0 && hours.length > 0 && cutOff !== ALWAYS && cutOff > latest) say(`${path}.cutOff`, "cut_off_after_hours");
  return { leadDays, cutOff };
}

function readTable(say: Say, path: string, { basis, bands, freeAbove, surcharges }: ServiceDraft, currency: string): RateTable {
  if (bands.length === 0) say(`${path}.bands`, "bands_missing");
  const read = (basis === "flat" ? bands.slice(0, 1) : bands).map(({ upTo, base, perUnit }, row): Band => ({
    upTo: basis === "flat" ? null : readSize(say, `${path}.bands.${row}.upTo`, upTo, basis, currency),
    baseMinor: readNeededAmount(say, `${path}.bands.${row}.base`, base, currency),
    perUnitMinor: basis === "flat" ? 0 : (readAmount(say, `${path}.bands.${row}.perUnit`, perUnit, currency) ?? 0),
  }));
  for (const [row, { upTo }] of read.entries()) {
    const before = row === 0 ? 0 : read[row - 1]!.upTo;
    if (before === null) say(`${path}.bands.${row - 1}.upTo`, "band_end_missing");
    else if (upTo !== null && upTo <= before) say(`${path}.bands.${row}.upTo`, "bands_overlap");
  }
  return {
    ...{ basis, bands: read, freeAboveMinor: readAmount(say, `${path}.freeAbove`, freeAbove, currency) },
    surcharges: readPaidHours(say, `${path}.surcharges`, surcharges, currency),
  };
}

/** Kilograms, an amount or pieces, as grams, minor units or pieces; null where nothing is written: without end. */
function readSize(say: Say, path: string, text: string, basis: RateBasis, currency: string): number | null {
  if (text.trim() === "") return null;
  if (basis === "value") return readAmount(say, path, text, currency);
  const size = readDecimal(text) * (basis === "weight" ? 1000 : 1);
  if (Number.isNaN(size) || size > 1e9 || (basis === "items" && !Number.isInteger(size))) say(path, basis === "items" ? "whole" : "number");
  return Math.round(size) || 0;
}
