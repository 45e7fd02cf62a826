import { Prisma } from "@prisma/client";
import type { WebhookArrival } from "~/ports/records";
import type { Context } from "./store";

export const webhooks = ({ shopId, db, clock }: Context) => ({
  /** One INSERT, deduplicated by the primary key. */
  async insertWebhook({ topic, webhookId, eventId, subjectGid, triggeredAt, payload }: WebhookArrival): Promise<boolean> {
    const inserted = await db.$executeRawUnsafe(
      `INSERT INTO "WebhookDelivery" ("shopId", topic, "webhookId", "eventId", "subjectGid", "triggeredAt", "receivedAt", payload)
       VALUES ($1::uuid, $2, $3, $4, $5, $6::timestamptz, clock_timestamp(), $7::jsonb) ON CONFLICT DO NOTHING`,
      shopId,
      topic,
      webhookId,
      eventId,
      subjectGid,
      triggeredAt?.toISOString() ?? null,
      payload === null ? null : JSON.stringify(payload),
    );
    return inserted === 1;
  },
  async isEventProcessed(topic: string, eventId: string): Promise<boolean> {
    return (
      (await db.webhookDelivery.findFirst({ where: { topic, eventId, processedAt: { not: null } }, select: { webhookId: true } })) !== null
    );
  },
  async webhook(topic: string, webhookId: string) {
    return db.webhookDelivery.findUnique({ where: { shopId_topic_webhookId: { shopId, topic, webhookId } } });
  },
  /** The payload goes with its handling: what a compliance topic told us is not kept longer than needed. */
  async finishWebhook(topic: string, webhookId: string, outcome: string) {
    await db.webhookDelivery.update({
      where: { shopId_topic_webhookId: { shopId, topic, webhookId } },
      data: { processedAt: clock.now(), outcome, payload: Prisma.DbNull },
    });
  },
});
