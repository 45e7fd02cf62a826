import { isReverse } from "~/domain/delivery/reverse";
import { OPEN_STATES } from "~/domain/delivery/states";
import { decide, type Decision, type Found } from "~/domain/phone-event/decide";
import {
  isMoneyEvent,
  type ConfirmEvent,
  type DeliveryEvent,
  type FailEvent,
  type Outcome,
  type ReturnEvent,
  type StartEvent,
  type UndoEvent,
} from "~/domain/phone-event/event";
import { trueTimeOf, type TrueTime } from "~/domain/phone-event/true-time";
import type { Ports } from "~/ports/ports";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import type { KeptPhoto } from "~/workflows/delivery/keep-photo";
import { setOutHindrance } from "~/workflows/run/set-out";
import { applyMoneyEvent } from "./apply-money-event";
import { courierName, type AtTheDoor } from "./at-the-door";
import { bringBack } from "./bring-back";
import { deliver } from "./deliver";
import { failAttempt } from "./fail-attempt";
import { keepBeside } from "./keep-beside";
import { asItCounts, keepPaidForNothing } from "./refused-whole";
import { setOutWith } from "./set-out-with";
import { lookAtNamed, undoReport, undoTooLate } from "./undo-report";

type Needs = Pick<Ports, "clock" | "countries" | "ids" | "addressKey" | "zones" | "links">;

/**
 * Works out one event by the rule for contradictions (docs/decisions/0021) and writes down what became of it; one that was worked out before
 * stays so. One courier's at a time. Part of the caller's transaction.
 */
export async function applyEvent(ports: Needs, s: ShopStore, told: PhoneEventRecord, photos: readonly KeptPhoto[] = []): Promise<Outcome> {
  const { event } = told;
  return isMoneyEvent(event) ? applyMoneyEvent(ports, s, { ...told, event }) : applyReport(ports, s, { ...told, event }, photos);
}

type Told = PhoneEventRecord & { event: DeliveryEvent };

async function applyReport(ports: Needs, s: ShopStore, asTold: Told, photos: readonly KeptPhoto[]): Promise<Outcome> {
  const { courierId } = asTold;
  const { id, deliveryId } = asTold.event;
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.findDelivery(deliveryId);
  const since = delivery && (await s.heldSince(deliveryId, courierId));
  const appliedAt = ports.clock.now();
  if (!since) {
    const outcome: Outcome = { code: "not_yours" };
    await s.settlePhoneEvent(courierId, id, { outcome, appliedAt, time: null });
    return outcome;
  }
  const told = await asItCounts(s, asTold, delivery);
  const { found, time } = await look(ports, s, { told, delivery, since });
  const decision = decide(told.event.kind, found);
  const courier = await courierName(s, courierId);
  const door = { delivery, decision, at: time.at, isClockChanged: time.isDoubtful, courier, actor: `courier:${courier}`, photos };
  await act(ports, s, { ...door, told });
  if (asTold.event.kind !== told.event.kind) await keepPaidForNothing(s, { ...door, told: asTold } as AtTheDoor<ConfirmEvent>);
  const outcome = outcomeOf(decision);
  await s.settlePhoneEvent(courierId, id, { outcome, appliedAt, time });
  await s.keepForgotten(delivery.orderId);
  return outcome;
}

type Seen = { told: Told; delivery: DeliveryRecord; since: Date };

async function look(ports: Needs, s: ShopStore, { told, delivery, since }: Seen): Promise<{ found: Found; time: TrueTime }> {
  const { event, receivedAt } = told;
  const { before, isOvertaken, isConfirmedSince } = await s.besidePhoneEvent(told);
  const isTheirs = delivery.courierId === told.courierId;
  const begun = isTheirs && !isOvertaken && event.kind !== "start" && OPEN_STATES.includes(delivery.state) ? delivery.startedAt : null;
  const notBefore = new Date(Math.max(since.getTime(), before?.getTime() ?? 0, begun?.getTime() ?? 0));
  const time = trueTimeOf(event.stamp, { receivedAt, notBefore });
  const mayMatter = isTheirs && (event.kind === "start" || delivery.state === "assigned");
  const hindrance = mayMatter ? await setOutHindrance(ports, s, delivery, time.at) : null;
  const holder = isTheirs ? "them" : delivery.courierId === null ? "nobody" : "another";
  const { state, owesRest } = delivery;
  const mayBeTakenBack = event.kind === "confirm" || event.kind === "fail";
  const isTakenBack = mayBeTakenBack && (await s.isUndoTold({ courierId: told.courierId, deliveryId: delivery.id, id: event.id }));
  const named = isUndo(told) ? await lookAtNamed(s, { told, delivery, isConfirmedSince }) : "gone";
  const facts = { holder, state, isOvertaken, hindrance, owesRest, isReverse: isReverse(delivery), isTakenBack, named } as const;
  return { found: { wasTheirs: true, ...facts }, time };
}

const isUndo = (told: Told): told is Told & { event: UndoEvent } => told.event.kind === "undo";

async function act(ports: Needs, s: ShopStore, door: AtTheDoor): Promise<void> {
  switch (door.decision.does) {
    case "nothing":
      return;
    case "set_out":
      return setOutWith(ports, s, door as AtTheDoor<StartEvent>);
    case "deliver":
      return deliver(ports, s, door as AtTheDoor<ConfirmEvent>);
    case "fail":
      return failAttempt(ports, s, door as AtTheDoor<FailEvent>);
    case "bring_back":
      return bringBack(ports, s, door as AtTheDoor<ReturnEvent>);
    case "undo":
      return undoReport(ports, s, door as AtTheDoor<UndoEvent>);
    case "propose_credit":
      return undoTooLate(ports, s, door as AtTheDoor<UndoEvent>);
    case "keep":
      return keepBeside(ports, s, door as AtTheDoor<ConfirmEvent | FailEvent | ReturnEvent>);
  }
}

const outcomeOf = ({ code, why }: Decision): Outcome => (why ? { code, params: { why } } : { code });
