import { reportOf } from "~/domain/delivery/undo";
import type { Named } from "~/domain/phone-event/decide";
import type { UndoEvent } from "~/domain/phone-event/event";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { DeliveryRecord } from "~/ports/records";
import type { ShopStore } from "~/ports/store";
import { holdInvoicesOfProof } from "~/workflows/delivery/invoice-of-proof";
import { proposeCredit } from "~/workflows/delivery/propose-credit";
import { takeBack, type TakesBack } from "~/workflows/delivery/take-back";
import type { AtTheDoor } from "./at-the-door";

type Told = PhoneEventRecord & { event: UndoEvent };

/**
 * What a taking back finds of the report that it names. Where that stands, what follows from it is held until the transaction ends. One that comes
 * after the same phone has confirmed again is late: that other confirmation was kept beside the first, which stands for both.
 */
export async function lookAtNamed(
  s: ShopStore,
  { told, delivery, isConfirmedSince }: { told: Told; delivery: DeliveryRecord; isConfirmedSince: boolean },
): Promise<Named> {
  const report = reportOf(delivery.state, await s.attemptsOf(delivery.id));
  const isTheirs = delivery.courierId === told.courierId && report?.courierId === told.courierId;
  if (!isTheirs || report.id !== told.event.undoes || isConfirmedSince) return "gone";
  return report.outcome === "delivered" && (await holdInvoicesOfProof(s, delivery)).issued ? "issued" : "stands";
}

/** The report is taken back; `lookAtNamed` has found that it stands. */
export async function undoReport(ports: TakesBack, s: ShopStore, door: AtTheDoor<UndoEvent>): Promise<void> {
  const { delivery, at, actor, courier: who } = door;
  const report = reportOf(delivery.state, await s.attemptsOf(delivery.id))!;
  const { waiting } = report.outcome === "delivered" ? await holdInvoicesOfProof(s, delivery) : { waiting: [] };
  await takeBack(ports, s, { delivery, report, waiting, at, actor, who });
}

/** It is too late for that: the desk reads what can be done. */
export async function undoTooLate(ports: TakesBack, s: ShopStore, door: AtTheDoor<UndoEvent>): Promise<void> {
  const { delivery, actor, courier: who } = door;
  const { issued } = await holdInvoicesOfProof(s, delivery);
  await proposeCredit(ports, s, { delivery, issued: issued!, who, actor });
}
