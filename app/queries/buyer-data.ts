import type { Ports } from "~/ports/ports";
import type { DocumentRecord } from "~/ports/document-records";
import type { Shop } from "~/ports/records";
import type { ShopStore } from "~/ports/store";

type Needs = Pick<Ports, "links" | "clock">;

const PHOTO_DAYS = 7;

/** All that is kept about an order's buyer, for the merchant to hand over; null when there is no such order. Instants are ISO strings. */
export async function buyerData({ links, clock }: Needs, s: ShopStore, shop: Shop, orderId: string): Promise<object | null> {
  const order = await s.findOrder(orderId);
  if (!order) return null;
  const [deliveries, documents, events] = [
    await s.deliveriesOfOrder(orderId),
    await s.documentsOfOrder(orderId),
    await s.eventsOfOrder(orderId),
  ];
  const attempts = (await Promise.all(deliveries.map(({ id: deliveryId }) => s.attemptsOf(deliveryId)))).flat();
  const shots = (await Promise.all(deliveries.map(({ id: deliveryId }) => s.shotsOfDelivery(deliveryId)))).flat();
  const photosUntil = new Date(clock.now().getTime() + PHOTO_DAYS * 86_400_000);
  return {
    keptBy: { shop: shop.name, domain: shop.domain },
    asOf: clock.now(),
    order: { name: order.name, asReadFromShopify: order.sale, fiscalData: order.fiscalData },
    deliveries,
    attempts: attempts.map((attempt) => ({
      ...attempt,
      photos: shots
        .filter(({ attemptId }) => attemptId === attempt.id)
        .map(({ id, takenAt, key }) => ({
          takenAt,
          url: key && links.fileUrl({ publicKey: shop.publicKey, kind: "photo", id }, photosUntil),
        })),
    })),
    documents: documents.map(documentData),
    events: events.map(({ at, actor, type, from, to, reason }) => ({ at, actor, type, from, to, reason })),
  };
}

const documentData = (document: DocumentRecord) => {
  const { kind, state, number, accessKey, issueDate, currency, totalMinor, authorisedAt, mailedTo, mailedAt, signedXml } = document;
  return { kind, state, number, accessKey, issueDate, currency, totalMinor, authorisedAt, mailedTo, mailedAt, signedXml };
};
