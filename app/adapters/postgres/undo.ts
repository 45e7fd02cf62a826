import type { UndoableReport } from "~/ports/door-records";
import type { Context } from "./store";

/** Invoices that were opened because a delivery was delivered. What was opened before anybody wrote down by which one counts for all of its order. */
const OF_PROOF = `
  FROM "Event" e JOIN "FiscalDocument" f ON f."shopId" = e."shopId" AND f.id = e."documentId" AND f.kind = 'invoice'
  WHERE e."shopId" = d."shopId" AND e."orderId" = d."orderId" AND e.type = 'document' AND e."from" IS NULL
    AND e.reason->>'code' = 'on_delivery' AND (e."deliveryId" = d.id OR (e."deliveryId" IS NULL AND f.subject IN (d.id::text, d."orderId"::text)))
    AND f.state <> 'voided'`;

const INVOICES = `
  SELECT f.id::text AS id FROM "Delivery" d, LATERAL (SELECT f.id ${OF_PROOF}) f
  WHERE d."shopId" = $1::uuid AND d.id = $2::uuid ORDER BY f.id`;

/** A report whose goods, or their rest, are at the shop again is past taking back. */
const UNDOABLE = `
  SELECT d.id::text AS "deliveryId", a.id::text AS "reportId", a.collected
  FROM "Delivery" d
  JOIN LATERAL (SELECT * FROM "DeliveryAttempt" a
    WHERE a."shopId" = d."shopId" AND a."deliveryId" = d.id AND a.stands
      AND a.outcome IN (CASE d.state WHEN 'delivered' THEN 'delivered' WHEN 'attempt_failed' THEN 'failed' END, 'returned')
    ORDER BY a."happenedAt" DESC, a."receivedAt" DESC, a.id DESC LIMIT 1) a ON a.outcome <> 'returned' AND a."courierId" = d."courierId"
  WHERE d."shopId" = $1::uuid AND d."courierId" = $2::uuid
    AND (d.state = 'attempt_failed' OR (d.state = 'delivered' AND (d."deliveredAt" >= $3 OR d."owesRest")))
    AND NOT EXISTS (SELECT 1 ${OF_PROOF} AND NOT (f.state = 'waiting_for_data' AND f.number IS NULL) AND d.state = 'delivered')`;

/** What of couriers' reports may still be taken back. */
export const undo = ({ shopId, db }: Context) => ({
  async undoAttempt(id: string, undoneAt: Date): Promise<void> {
    await db.deliveryAttempt.update({ where: { shopId_id: { shopId, id } }, data: { stands: false, undoneAt } });
  },
  async invoicesOfProof(deliveryId: string): Promise<string[]> {
    return (await db.$queryRawUnsafe<{ id: string }[]>(INVOICES, shopId, deliveryId)).map(({ id }) => id);
  },
  async undoableReports(courierId: string, deliveredSince: Date): Promise<Map<string, UndoableReport>> {
    const rows = await db.$queryRawUnsafe<({ deliveryId: string } & UndoableReport)[]>(UNDOABLE, shopId, courierId, deliveredSince);
    return new Map(rows.map(({ deliveryId, ...report }) => [deliveryId, report]));
  },
});
