import type { Undo } from "../protocol";
import type { PhoneEvent } from "~/domain/phone-event/event";
import type { CourierMoney, HandOverView, MoneyLine } from "~/domain/settlement/courier-money";
import type { Collected } from "~/domain/settlement/collected";
import { counted, handOverState } from "~/domain/settlement/hand-over";

/** What the phone needs of a stop to name it in the account. */
type Named = { deliveryId: string; orderName: string; undo?: Pick<Undo, "reportId" | "collected"> | null };

/**
 * The account as the courier knows it: what the server said, and over it what they have told since and it has not taken into account, in the order in
 * which they told it.
 */
export const toldSince = (money: CourierMoney, events: readonly PhoneEvent[], stops: readonly Named[]): CourierMoney =>
  events.reduce((seen, event) => withEvent(seen, event, { events, stops }), money);

type Beside = { events: readonly PhoneEvent[]; stops: readonly Named[] };

function withEvent(money: CourierMoney, event: PhoneEvent, { events, stops }: Beside): CourierMoney {
  const nameOf = (deliveryId: string) => stops.find((stop) => stop.deliveryId === deliveryId)?.orderName ?? null;
  switch (event.kind) {
    case "start":
    case "fail":
    case "return":
      return money;
    case "confirm":
      return withCollected(money, event, nameOf(event.deliveryId));
    case "undo":
      return withCollected(money, { id: event.id, collected: takenBack(event.undoes, { events, stops }) }, nameOf(event.deliveryId));
    case "hand_over":
      return withCount(money, event);
    case "countersign":
      return answered(money, event.settlementId, { state: "countersigned", dispute: null });
    case "dispute":
      return answered(money, event.settlementId, { state: "disputed", dispute: event.words });
  }
}

type Of<K extends PhoneEvent["kind"]> = Extract<PhoneEvent, { kind: K }>;

type Told = { id: string; collected: Collected | null };

/** What a report that is taken back said to have collected, as it comes out of the pocket again. */
function takenBack(reportId: string, { events, stops }: Beside): Collected | null {
  const told = events.find(({ id }) => id === reportId);
  const collected = told?.kind === "confirm" ? told.collected : stops.find(({ undo }) => undo?.reportId === reportId)?.undo?.collected;
  return collected ? { ...collected, minor: -collected.minor } : null;
}

function withCollected(money: CourierMoney, { id, collected }: Told, order: string | null): CourierMoney {
  if (!collected || collected.minor === 0 || collected.currency !== money.currency) return money;
  const { minor, how } = collected;
  const line: MoneyLine = {
    id,
    kind: "collected",
    minor,
    how,
    reason: null,
    day: money.today,
    order,
    parts: null,
    isCorrection: minor < 0,
  };
  const cashInHand = money.balance.cashInHand + (how === "cash" ? minor : 0);
  return { ...money, balance: { ...money.balance, cashInHand }, lines: [line, ...money.lines] };
}

/** Cash leaves the pocket on the screen as it does at the server: once both sides say the same. */
function withCount(money: CourierMoney, { handOverId: id, minor }: Of<"hand_over">): CourierMoney {
  const before: HandOverView = money.handOvers.find((one) => one.id === id) ?? {
    ...{ id, day: money.today, courierMinor: null, shopMinor: null, state: "void" },
  };
  const said = counted(before, "courier", minor);
  const now = { ...said, state: handOverState(said) };
  const isAgreedNow = now.state === "agreed" && before.state !== "agreed";
  const cashInHand = money.balance.cashInHand - (isAgreedNow ? minor : 0);
  return { ...money, balance: { ...money.balance, cashInHand }, handOvers: [now, ...money.handOvers.filter((one) => one.id !== id)] };
}

type Answer = { state: "countersigned" | "disputed"; dispute: string | null };

const answered = (money: CourierMoney, settlementId: string, answer: Answer): CourierMoney => ({
  ...money,
  settlements: money.settlements.map((one) => (one.id === settlementId ? { ...one, ...answer } : one)),
});
