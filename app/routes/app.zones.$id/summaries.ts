import type { CommissionDraft, HoursDraft, ServiceDraft, ZoneDraft } from "~/domain/zone-draft/draft";
import { isPercent } from "~/domain/zone-draft/read-commission";
import { linesOf } from "~/domain/zone-draft/texts";
import type { useWords } from "~/ui/words";

type Words = ReturnType<typeof useWords>;
const sum = (text: string, currency: string) => `${currency} ${text || "–"}`;

/** A service in one line: what it costs, for which day, until when. */
export function serviceSays({ basis, bands, freeAbove, leadDays, cutOff, active }: ServiceDraft, currency: string, t: Words): string {
  const price = basis === "flat" ? sum(bands[0]?.base ?? "", currency) : t(`zone.price.says.${basis}`, { count: bands.length });
  const day = { "0": t("zone.price.sameDay"), "1": t("zone.price.nextDay") }[leadDays] ?? t("zone.price.inDays", { days: leadDays || "?" });
  return [
    price,
    freeAbove && t("zone.price.freeSays", { amount: sum(freeAbove, currency) }),
    cutOff ? t("zone.price.untilSays", { day, time: cutOff }) : day,
    !active && t("states.inactive"),
  ]
    .filter(Boolean)
    .join(" · ");
}

export const promiseSays = ({ leadDays, cutOff }: ServiceDraft, t: Words): string => {
  const day = { "0": t("zone.price.sameDay"), "1": t("zone.price.nextDay") }[leadDays] ?? t("zone.price.inDays", { days: leadDays || "?" });
  return cutOff ? t("zone.price.untilSays", { day, time: cutOff }) : t("zone.price.alwaysSays", { day });
};

export const bonusSays = ({ bonuses, min, max }: CommissionDraft, currency: string, t: Words): string =>
  [
    bonuses.length > 0 && t("zone.pay.bonusSays", { count: bonuses.length }),
    min && t("zone.pay.minSays", { amount: sum(min, currency) }),
    max && t("zone.pay.maxSays", { amount: sum(max, currency) }),
  ]
    .filter(Boolean)
    .join(" · ") || t("zone.none");

export const amountField = (kind: CommissionDraft["kind"]): "amount" | "percent" => (isPercent(kind) ? "percent" : "amount");

/** Days, Monday first, as one reads them: "Lun Mar Mié". */
export const daysSay = (days: readonly number[], t: Words): string =>
  days.length === 7
    ? t("zone.everyDay")
    : [1, 2, 3, 4, 5, 6, 0]
        .filter((day) => days.includes(day))
        .map((day) => t(`zone.weekday.${day}`))
        .join(" ") || t("zone.noDay");

const hoursSay = ({ days, from, to }: HoursDraft, t: Words): string =>
  from || to ? `${daysSay(days, t)} ${from || "00:00"}–${to || "24:00"}` : daysSay(days, t);

export const servedSays = ({ hours, daysOff }: Pick<ZoneDraft, "hours" | "daysOff">, t: Words): string =>
  [
    hours.map((row) => hoursSay(row, t)).join(", "),
    linesOf(daysOff).length > 0 && t("zone.time.offSays", { count: linesOf(daysOff).length }),
  ]
    .filter(Boolean)
    .join(" · ");

export const termsSay = ({ orderMin, orderMax, cashAllowed }: ZoneDraft, currency: string, t: Words): string =>
  [
    orderMin && t("zone.terms.minSays", { amount: sum(orderMin, currency) }),
    orderMax && t("zone.terms.maxSays", { amount: sum(orderMax, currency) }),
    t(cashAllowed ? "zone.terms.cashSays" : "zone.terms.noCashSays"),
  ]
    .filter(Boolean)
    .join(" · ");
