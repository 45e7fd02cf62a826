import { z } from "zod";
import type { JobData, JobName } from "~/ports/jobs";
import type { Ports } from "~/ports/ports";
import { assignWaiting } from "./assignment/assign-waiting";
import { tellCourier, tellShopper } from "./assignment/tell-courier-out";
import { applyEvents } from "./courier/apply-events";
import { assignDelivery } from "./delivery/assign-delivery";
import { locateDelivery } from "./delivery/locate-delivery";
import { chargeShipping } from "./delivery/charge-shipping";
import { capturePayment } from "./order/capture-payment";
import { keepDoorData } from "./courier/take-door-data";
import { markOrderPaid } from "./order/mark-paid";
import { handleCompliance } from "./shop/handle-compliance";
import { registerCarrierService } from "./shop/install-shop";
import { issueDocument } from "./document/issue-document";
import { mailDocument } from "./document/mail-document";
import { tellPin } from "./delivery/tell-pin";
import { proveOverdue } from "./delivery/prove-delivery";
import { publishDelivery } from "./delivery/publish-delivery";
import { readLocations } from "./shop/read-locations";
import { receiveOrder } from "./order/receive-order";
import { receiveReturn } from "./order/receive-return";
import { mailCourierLink } from "./delivery/send-courier-link";
import { shadowMonth } from "./shadow/shadow-month";
import { syncNativeRates, watchNativeRates } from "./shop/sync-native-rates";
import { sweepOrders } from "./order/sweep-orders";
import { watchAuthorisations } from "./document/watch-authorisations";
import { watchCertificates } from "./document/watch-certificates";
import { writeBackDocument } from "./document/write-back-document";

/** `concurrencyPerShop`: of one shop no more at once, whatever the others leave free. */
type Policy = {
  retryLimit: number;
  retryDelaySeconds: number;
  retryDelayMaxSeconds: number;
  expireInSeconds: number;
  concurrency: number;
  concurrencyPerShop?: number;
};
type Entry<N extends JobName> = { schema: z.ZodType<JobData[N]>; run: (ports: Ports, data: JobData[N]) => Promise<void>; policy: Policy };

const uuid = z.uuid();
const webhook = z.object({ topic: z.string(), webhookId: z.string() }).optional();
const ofDelivery = z.object({ shopId: uuid, deliveryId: uuid });
const ofDocument = z.object({ shopId: uuid, documentId: uuid });

/** Shopify and mail: soon at first, for about a day in all. */
const PATIENT: Policy = { retryLimit: 100, retryDelaySeconds: 1, retryDelayMaxSeconds: 900, expireInSeconds: 300, concurrency: 4 };
/** The authority: from 2 s to a quarter of an hour, for days; the document stays visible meanwhile. */
const UNTIL_ANSWERED: Policy = { retryLimit: 1000, retryDelaySeconds: 2, retryDelayMaxSeconds: 900, expireInSeconds: 300, concurrency: 4 };
/** What fails here is a bug, or a database that is away: half an hour is enough, and the phone's next sending tries it again. */
const FOR_HALF_AN_HOUR: Policy = { retryLimit: 10, retryDelaySeconds: 2, retryDelayMaxSeconds: 300, expireInSeconds: 300, concurrency: 4 };
/** One after another: loads must be true when a courier is chosen. */
const ONE_BY_ONE: Policy = { ...PATIENT, concurrency: 1 };

/** Servers of merchants: a slow one takes the time of its own shop, which has them in the order in which its orders came. */
const SHOP_BY_SHOP: Policy = { ...PATIENT, concurrency: 12, concurrencyPerShop: 1 };

/** Every job: its data, the workflow that does it, how often it is tried. */
export const CATALOG: { [N in JobName]: Entry<N> } = {
  "install-shop": { schema: z.object({ shopId: uuid }), run: registerCarrierService, policy: PATIENT },
  "sync-native-rates": { schema: z.object({ shopId: uuid, repairs: z.boolean().optional() }), run: syncNativeRates, policy: PATIENT },
  "watch-native-rates": { schema: z.object({}), run: watchNativeRates, policy: ONE_BY_ONE },
  "read-locations": { schema: z.object({ shopId: uuid, webhook }), run: readLocations, policy: ONE_BY_ONE },
  "receive-order": {
    schema: z.object({ shopId: uuid, orderGid: z.string(), webhook }),
    run: receiveOrder,
    policy: PATIENT,
  },
  "receive-return": {
    schema: z.object({ shopId: uuid, returnGid: z.string(), webhook: webhook.unwrap() }),
    run: receiveReturn,
    policy: PATIENT,
  },
  "locate-delivery": { schema: ofDelivery, run: locateDelivery, policy: SHOP_BY_SHOP },
  "assign-delivery": { schema: ofDelivery, run: assignDelivery, policy: ONE_BY_ONE },
  "assign-waiting": { schema: z.object({ shopId: uuid }), run: assignWaiting, policy: ONE_BY_ONE },
  "tell-courier": {
    schema: z.object({ shopId: uuid, courierId: uuid, absenceId: uuid, isUndone: z.boolean() }),
    run: tellCourier,
    policy: PATIENT,
  },
  "tell-shopper": { schema: ofDelivery.extend({ absenceId: uuid }), run: tellShopper, policy: PATIENT },
  "tell-pin": { schema: ofDelivery, run: tellPin, policy: PATIENT },
  "prove-delivery": { schema: ofDelivery, run: proveOverdue, policy: PATIENT },
  "keep-door-data": { schema: z.object({ shopId: uuid, courierId: uuid, eventId: uuid }), run: keepDoorData, policy: PATIENT },
  "apply-events": { schema: z.object({ shopId: uuid, courierId: uuid }), run: applyEvents, policy: FOR_HALF_AN_HOUR },
  "publish-delivery": { schema: ofDelivery, run: publishDelivery, policy: PATIENT },
  "charge-shipping": {
    schema: z.object({ shopId: uuid, deliveryId: uuid, actor: z.string().optional() }),
    run: chargeShipping,
    policy: PATIENT,
  },
  "capture-payment": { schema: z.object({ shopId: uuid, orderId: uuid }), run: capturePayment, policy: PATIENT },
  "mark-order-paid": { schema: z.object({ shopId: uuid, orderId: uuid }), run: markOrderPaid, policy: PATIENT },
  "issue-document": { schema: ofDocument, run: issueDocument, policy: UNTIL_ANSWERED },
  "mail-document": { schema: ofDocument, run: mailDocument, policy: PATIENT },
  "write-back-document": { schema: ofDocument, run: writeBackDocument, policy: PATIENT },
  "send-courier-link": { schema: z.object({ shopId: uuid, courierId: uuid }), run: mailCourierLink, policy: PATIENT },
  "handle-compliance": {
    schema: z.object({ shopId: uuid, topic: z.string(), webhookId: z.string() }),
    run: handleCompliance,
    // A shop of a hundred thousand orders takes its time to be forgotten.
    policy: { ...PATIENT, expireInSeconds: 3_600 },
  },
  // Page by page, beside the day's work: it waits for Shopify's points and leaves the most of them to others.
  "shadow-month": { schema: z.object({ shopId: uuid, runId: uuid }), run: shadowMonth, policy: { ...PATIENT, concurrency: 2 } },
  "watch-authorisations": { schema: z.object({}), run: watchAuthorisations, policy: ONE_BY_ONE },
  "watch-certificates": { schema: z.object({}), run: watchCertificates, policy: ONE_BY_ONE },
  sweep: { schema: z.object({}), run: sweepOrders, policy: ONE_BY_ONE },
};

/** Jobs that come by themselves (cron). */
export const SCHEDULES: Partial<Record<JobName, string>> = {
  sweep: "*/5 * * * *",
  "watch-authorisations": "7 * * * *",
  "watch-native-rates": "37 * * * *",
  // Seven in the morning in Ecuador.
  "watch-certificates": "0 12 * * *",
};
