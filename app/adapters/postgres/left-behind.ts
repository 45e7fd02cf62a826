import { Prisma } from "@prisma/client";
import { UNPAID_CODES } from "~/domain/settlement/collected";
import type { DocumentRecord } from "~/ports/document-records";
import { toDocument } from "./rows";
import type { Context } from "./store";

const oldest = (limit: number) => ({ orderBy: { id: "asc" as const }, take: limit });
const marked = (code: string) => ({ attention: { path: ["code"], equals: code } });
const UNMARKED = { attention: { equals: Prisma.DbNull } };

const VALID = ["authorised", "delivered_to_buyer", "credited"];

/** What the sweep looks for: work that is not done, and that no person is waited for. */
export const leftBehind = ({ shopId, db }: Context) => ({
  async invoicesWithoutAsking(limit: number): Promise<DocumentRecord[]> {
    const where = { kind: "invoice", state: "waiting_for_data", ...UNMARKED };
    return (await db.fiscalDocument.findMany({ where, ...oldest(limit) })).map(toDocument);
  },
  async unmailedDocuments(limit: number): Promise<string[]> {
    const isOwed = { OR: [{ state: "authorised" }, { state: "credited", mailedAt: null }] };
    const first = { AND: [isOwed, { OR: [UNMARKED, marked("mail_delayed"), marked("shopify_refused")] }] };
    const asked = { state: { in: VALID }, mailsAsked: { not: Prisma.DbNull } };
    const where = { orderId: { not: null }, OR: [first, asked] };
    return (await db.fiscalDocument.findMany({ where, ...oldest(limit), select: { id: true } })).map(({ id }) => id);
  },
  async unwrittenDocuments(limit: number): Promise<string[]> {
    const where = { orderId: { not: null }, state: { in: VALID }, writtenBackAt: null };
    return (await db.fiscalDocument.findMany({ where, ...oldest(limit), select: { id: true } })).map(({ id }) => id);
  },
  async uncapturedOrders(limit: number): Promise<string[]> {
    const rows = await db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT DISTINCT o."id" FROM "Delivery" d JOIN "Order" o ON o."shopId" = d."shopId" AND o."id" = d."orderId"
       WHERE d."shopId" = $1::uuid AND d."state" = 'delivered' AND d."provenAt" IS NOT NULL AND d."returnGid" IS NULL
         AND COALESCE(d."attention"->>'code', '') <> 'capture_failed'
         AND o."paymentType" = 'card_authorized' AND o."financialStatus" IN ('AUTHORIZED', 'PARTIALLY_PAID')
         AND NOT EXISTS (SELECT 1 FROM "FiscalDocument" f WHERE f."shopId" = d."shopId" AND f."orderId" = o."id"
           AND f."attention"->>'code' = 'capture_failed')
       ORDER BY o."id" LIMIT $2::int`,
      shopId,
      limit,
    );
    return rows.map(({ id }) => id);
  },
  async deliveriesHeldTooLong(now: Date, limit: number): Promise<string[]> {
    const where = { heldUntil: { lte: now } };
    const rows = await db.delivery.findMany({ where, orderBy: { heldUntil: "asc" }, take: limit, select: { id: true } });
    return rows.map(({ id }) => id);
  },
  async couriersWithReportsLeft(receivedBefore: Date): Promise<string[]> {
    const where = { appliedAt: null, receivedAt: { lte: receivedBefore } };
    return (await db.phoneEvent.findMany({ where, distinct: ["courierId"], select: { courierId: true } })).map(
      ({ courierId }) => courierId,
    );
  },
  async unmarkedOrders(limit: number): Promise<string[]> {
    const where = {
      ...{ paymentType: "cash_on_delivery", financialStatus: { not: "PAID" }, cancelledAt: null },
      deliveries: {
        some: { entries: { some: { kind: "collected" } }, OR: [UNMARKED, { AND: UNPAID_CODES.map((code) => ({ NOT: marked(code) })) }] },
      },
    };
    return (await db.order.findMany({ where, ...oldest(limit), select: { id: true } })).map(({ id }) => id);
  },
  async deliveriesRefusedByShopify(limit: number): Promise<string[]> {
    const rows = await db.delivery.findMany({ where: marked("shopify_refused"), ...oldest(limit), select: { id: true } });
    return rows.map(({ id }) => id);
  },
});
