import { REFUSAL_REASONS, type RefusedUnits } from "~/domain/delivery/refusal";

/** As many lines as a cart of Shopify's holds: a form leaves none out. */
export const MOST_REFUSABLE = 500;
export const fieldOf = (at: number): string => `refused-${at}`;
export const valueOf = (quantity: number, lineId: string): string => `${quantity} ${lineId}`;

/** What a form says that its recipient did not take; the phone reads its own form by the same. */
export function refusedIn(field: (name: string) => string): RefusedUnits[] {
  const reason = REFUSAL_REASONS.find((known) => known === field("refusedReason")) ?? "other";
  return Array.from({ length: MOST_REFUSABLE }, (_, at) => /^([1-9]\d{0,4}) (.{1,200})$/.exec(field(fieldOf(at)))).flatMap((said) =>
    said ? [{ lineId: said[2]!, quantity: Number(said[1]), reason }] : [],
  );
}
