import { isForLater } from "~/domain/delivery/later";
import { halvesTogether, isSecondHalf } from "~/domain/tour/pairs";
import type { Day, StopView } from "./protocol";

/**
 * What is still to be called at: today, and on a day that has not come. `number`: as the list and the map call it; both halves of an exchange are one
 * call, and `isSecond` says which of them comes after the other.
 */
export type Due = { today: { card: StopView; number: number; isSecond: boolean }[]; later: StopView[] };

/** `clockDay`: the day (yyyy-mm-dd) by the phone's clock, for a list that was fetched yesterday; null: the page is the server's. */
export function dueOf({ pending, money }: Pick<Day, "pending" | "money">, clockDay: string | null): Due {
  const today = clockDay && clockDay > money.today ? clockDay : money.today;
  const [now, later] = [false, true].map((is) => pending.filter(({ reattemptOn }) => isForLater(reattemptOn, today) === is));
  const stops = halvesTogether(now!);
  let number = 0;
  const numbered = stops.map((card, at) => {
    const isSecond = isSecondHalf(card, stops[at - 1]);
    if (!isSecond) number++;
    return { card, number, isSecond };
  });
  return { today: numbered, later: halvesTogether(later!) };
}

/** The day that a clock on the wall shows here. */
export function dayByClock(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
