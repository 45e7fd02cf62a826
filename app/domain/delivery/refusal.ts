import { shareOut } from "~/domain/document/allocate";

/** Why units were not taken, as the courier picks it. */
export const REFUSAL_REASONS = ["not_wanted", "damaged", "wrong_goods", "too_dear", "other"] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Units of an order's line that its recipient did not take, as a phone says it. */
export type RefusedUnits = { lineId: string; quantity: number; reason: string };
/** The same of what a delivery had with it: `carried` units of the line. */
export type Refused = { lineId: string; quantity: number; carried: number; reason: RefusalReason };

/** What a delivery has with it of a line, and what is paid for all of that, tax included, in minor units. */
export type Carried = { lineId: string; quantity: number; grossMinor: number };

/** What was said at the door, as far as it can be: no more than was there, of lines that were. A reason that is not known is another one. */
export function refusedOf(said: readonly RefusedUnits[], carried: readonly Pick<Carried, "lineId" | "quantity">[]): Refused[] {
  return carried.flatMap(({ lineId, quantity: there }) => {
    const own = said.filter((one) => one.lineId === lineId);
    const quantity = Math.min(
      there,
      own.reduce((sum, one) => sum + Math.max(0, one.quantity), 0),
    );
    const reason = REFUSAL_REASONS.find((known) => known === own[0]?.reason) ?? "other";
    return quantity > 0 ? [{ lineId, quantity, carried: there, reason }] : [];
  });
}

/** Whether nothing of what was there was taken. Of what nobody knows nothing is said. */
export const isAllRefused = (said: readonly RefusedUnits[], carried: readonly Pick<Carried, "lineId" | "quantity">[]): boolean => {
  const units = (of: readonly { quantity: number }[]) => of.reduce((sum, { quantity }) => sum + quantity, 0);
  return units(carried) > 0 && units(refusedOf(said, carried)) === units(carried);
};

/** What is paid for the units that are not taken; with what is paid for the others it is what is paid for all, to the cent. */
export function refusedWorth({ quantity, grossMinor }: Omit<Carried, "lineId">, refused: number): number {
  const left = quantity - refused;
  return grossMinor - Number(shareOut(BigInt(grossMinor), [BigInt(left), BigInt(refused)])[0]);
}

/** What all that was refused comes to. */
export const worthRefused = (goods: readonly Carried[], refused: readonly Pick<Refused, "lineId" | "quantity">[]): number =>
  goods.reduce((sum, line) => {
    const units = refused.filter(({ lineId }) => lineId === line.lineId).reduce((all, { quantity }) => all + quantity, 0);
    return sum + refusedWorth(line, Math.min(units, line.quantity));
  }, 0);

/** What is still to be collected when so much was not taken. */
export const dueAfterRefusal = (collectMinor: number, refusedMinor: number): number => Math.max(0, collectMinor - refusedMinor);
