import { isForLater } from "~/domain/delivery/later";
import type { Day, StopView } from "./protocol";

/** What is still to be called at: today, and on a day that has not come. `number`: as the list and the map call it. */
export type Due = { today: { card: StopView; number: number }[]; later: StopView[] };

/** `clockDay`: the day (yyyy-mm-dd) by the phone's clock, for a list that was fetched yesterday; null: the page is the server's. */
export function dueOf({ pending, money }: Pick<Day, "pending" | "money">, clockDay: string | null): Due {
  const today = clockDay && clockDay > money.today ? clockDay : money.today;
  const [now, later] = [false, true].map((is) => pending.filter(({ reattemptOn }) => isForLater(reattemptOn, today) === is));
  return { today: now!.map((card, at) => ({ card, number: at + 1 })), later: later! };
}

/** The day that a clock on the wall shows here. */
export function dayByClock(at: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
