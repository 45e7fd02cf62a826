import type { ZoneDraft } from "./draft";

/** The draft with its amounts, weights and shares as a language writes them (`spell`: "3.50" → "3,50"); they are read back the same. */
export function spellAmounts(draft: ZoneDraft, spell: (text: string) => string): ZoneDraft {
  const paid = <Row extends { amount: string }>(row: Row): Row => ({ ...row, amount: spell(row.amount) });
  const { commission } = draft;
  return {
    ...draft,
    services: draft.services.map((service) => ({
      ...service,
      bands: service.bands.map(({ upTo, base, perUnit }) => ({ upTo: spell(upTo), base: spell(base), perUnit: spell(perUnit) })),
      freeAbove: spell(service.freeAbove),
      surcharges: service.surcharges.map(paid),
    })),
    commission: {
      ...paid(commission),
      percent: spell(commission.percent),
      min: spell(commission.min),
      max: spell(commission.max),
      bonuses: commission.bonuses.map(paid),
    },
    orderMin: spell(draft.orderMin),
    orderMax: spell(draft.orderMax),
  };
}
