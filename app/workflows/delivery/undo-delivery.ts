import { reportOf, returnOf } from "~/domain/delivery/undo";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { ShopStore } from "~/ports/store";
import { courierName } from "~/workflows/courier/at-the-door";
import { reportByForm, stampOfForm, type FormNeeds } from "~/workflows/courier/report-by-form";
import { holdInvoicesOfProof } from "./invoice-of-proof";
import { takeBack, type TakesBack } from "./take-back";
import { takeBackReturn } from "./take-back-return";

export type UndoReport = {
  shopId: string;
  courierId: string;
  deliveryId: string;
  /** Made with the page: sent again it is the same. */
  undoId: string;
  /** The report that was a mistake. */
  reportId: string;
};

/** The courier takes a report back, by a form. Throws PermanentFailure delivery_not_yours, undo_too_late, nothing_to_undo. */
export async function undoReport(
  ports: FormNeeds,
  { shopId, courierId, deliveryId, undoId: id, reportId: undoes }: UndoReport,
): Promise<void> {
  const stamp = stampOfForm(null, ports.clock.now());
  const event = { kind: "undo" as const, id, deliveryId, undoes, stamp, position: null };
  const { outcome } = await reportByForm(ports, { shopId, courierId, event });
  // What it left for the desk to read stays.
  if (outcome.code === "undo_too_late") throw new PermanentFailure("undo_too_late");
}

type AtTheDesk = { shopId: string; deliveryId: string; actor: string };

/**
 * A person at the desk takes a courier's report back, by the same rule; that goods are at the shop again only they. Throws PermanentFailure nothing_to_undo, or document_issued { number }
 * where its invoice has its number.
 */
export const undoDelivery = (
  { store, ...ports }: TakesBack & Pick<Ports, "store">,
  { shopId, deliveryId, actor }: AtTheDesk,
): Promise<void> => store.change(shopId, (s) => undoAtTheDesk(ports, s, { deliveryId, actor }));

async function undoAtTheDesk(ports: TakesBack, s: ShopStore, { deliveryId, actor }: Omit<AtTheDesk, "shopId">): Promise<void> {
  await s.lock(`delivery:${deliveryId}`);
  const delivery = await s.findDelivery(deliveryId);
  const attempts = await s.attemptsOf(deliveryId);
  const back = delivery && returnOf(delivery.state, attempts);
  if (back && back.courierId === delivery.courierId)
    return takeBackReturn(ports, s, { delivery, report: back, at: ports.clock.now(), actor });
  const report = delivery && reportOf(delivery.state, attempts);
  if (!report?.courierId || report.courierId !== delivery?.courierId) throw new PermanentFailure("nothing_to_undo");
  const { issued, waiting } = report.outcome === "delivered" ? await holdInvoicesOfProof(s, delivery) : { issued: null, waiting: [] };
  if (issued) throw new PermanentFailure("document_issued", { number: issued.number ?? "" });
  const who = await courierName(s, report.courierId);
  await takeBack(ports, s, { delivery, report, waiting, at: ports.clock.now(), actor, who });
}
