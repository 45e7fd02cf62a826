import { merchantWords } from "~/i18n/merchant";
import { PermanentFailure } from "~/ports/failures";
import type { DocumentRecord } from "~/ports/document-records";
import type { DeliveryRecord, Worded } from "~/ports/records";
import { doorPhoto } from "../../story/photo.ts";
import type { Finding, PlacedOrder, Probe, World } from "../probe.ts";
import { spread, within } from "../wait.ts";

const words = merchantWords("en");
const inWords = ({ code, params }: Worded): string =>
  `${code}: ${words.t(`attention.${code}.title`, params ?? {})} ${words.t(`attention.${code}.next`, params ?? {})}`;

type Stop = { order: PlacedOrder; orderId: string; delivery: DeliveryRecord };

/** The deliveries of our orders, those that have come so far. */
async function stops({ ports, shop, orders }: World): Promise<Stop[]> {
  const s = ports.store.of(shop.id);
  const found: Stop[] = [];
  for (const order of orders) {
    const record = await s.orderByGid(order.gid);
    const delivery = record && (await s.deliveriesOfOrder(record.id))[0];
    if (delivery) found.push({ order, orderId: record.id, delivery });
  }
  return found;
}

export const assigned: Probe = {
  name: "chain/assigned",
  what: "each order gets its zone and a courier",
  mend: "app/workflows/order/receive-order.ts, app/workflows/delivery/assign-delivery.ts, app/domain/zone/find-zone.ts",
  needs: ["shopify/create-orders"],
  async run(world) {
    const settled = ({ delivery }: Stop) => delivery.state !== "unassigned" || delivery.attention !== null;
    await within(world.waitSeconds, async () => {
      const found = await stops(world);
      return found.length === world.orders.length && found.every(settled) ? true : null;
    });
    const found = await stops(world);
    const findings: Finding[] = world.orders
      .filter(({ gid }) => !found.some(({ order }) => order.gid === gid))
      .map(({ name }) => ({ expected: `${name} reaches the order desk`, seen: "it did not", severity: "blocks" as const }));
    for (const { order, delivery } of found) {
      if (delivery.state === "unassigned")
        findings.push({
          expected: `${order.name}: a courier`,
          seen: delivery.attention ? inWords(delivery.attention) : "none",
          severity: "blocks",
        });
      else if (delivery.zoneId !== order.zone)
        findings.push({
          expected: `${order.name}: the zone whose place was written`,
          seen: "another zone (places may overlap)",
          severity: "unknown",
        });
    }
    if (found.length === 0) throw new Error("no order came as far as a delivery: does the worker run?");
    return {
      facts: found.map(({ delivery }) => ({ delivery: { state: delivery.state, attention: delivery.attention?.code ?? null } })),
      findings,
    };
  },
};

export const confirmed: Probe = {
  name: "chain/confirmed",
  what: "each delivery is started and confirmed with a photo",
  mend: "app/workflows/delivery/start-delivery.ts, app/workflows/delivery/confirm-delivery.ts",
  needs: ["chain/assigned"],
  async run(world) {
    const { ports, commands, shop } = world;
    const findings: Finding[] = [];
    const outcomes: string[] = [];
    for (const [index, { order, delivery }] of (await stops(world)).entries()) {
      if (delivery.state !== "assigned" || !delivery.courierId) continue;
      const mine = { shopId: shop.id, courierId: delivery.courierId, deliveryId: delivery.id };
      try {
        await commands.startDelivery(mine);
        const proof = {
          confirmationId: ports.ids.uuid(),
          receivedBy: "Primer Contacto",
          photos: [await commands.readPhoto(new Uint8Array(await doorPhoto(index)))],
          happenedAt: ports.clock.now(),
        };
        await commands.confirmDelivery({ ...mine, ...proof, position: { latitude: -0.19, longitude: -78.48, accuracyMetres: 12 } });
        outcomes.push("delivered");
      } catch (error) {
        if (!(error instanceof PermanentFailure)) throw error;
        findings.push({ expected: `${order.name}: delivered`, seen: error.code, severity: "blocks" });
      }
    }
    return { facts: outcomes.map((outcome) => ({ outcome })), findings, measures: { "confirmed deliveries": outcomes.length } };
  },
};

const isSettled = (document: DocumentRecord | null): boolean =>
  document !== null &&
  (["delivered_to_buyer", "rejected"].includes(document.state) || (document.state === "waiting_for_data" && document.attention !== null));

async function documents(world: World): Promise<{ order: PlacedOrder; document: DocumentRecord | null }[]> {
  const s = world.ports.store.of(world.shop.id);
  return Promise.all(
    (await stops(world)).map(async ({ order, orderId }) => ({ order, document: (await s.invoicesOfOrder(orderId))[0] ?? null })),
  );
}

function judge({ order, document }: { order: PlacedOrder; document: DocumentRecord | null }): Finding[] {
  const expected = `${order.name} (${order.what}): invoice authorised and mailed`;
  if (!document)
    return [{ expected, seen: "no invoice was asked for", severity: "unknown", mend: "the shop's invoice triggers (settings)" }];
  if (document.state === "delivered_to_buyer") return [];
  const said = document.messages.map(({ code, text, detail }) => `SRI ${code} ${text}${detail ? ` (${detail})` : ""}`);
  const seen = [document.state, ...(document.attention ? [inWords(document.attention)] : []), ...said].join("; ");
  return [{ expected, seen, severity: document.attention?.code === "trigger_not_chosen" ? "unknown" : "blocks" }];
}

export const invoiced: Probe = {
  name: "chain/invoiced",
  what: "payment captured where it was authorised; invoice numbered, signed, authorised, printed, mailed",
  mend: "app/countries/ec/, app/workflows/document/issue-document.ts",
  needs: ["chain/confirmed"],
  async run(world) {
    await within(world.waitSeconds * 2, async () => ((await documents(world)).every(({ document }) => isSettled(document)) ? true : null));
    const found = await documents(world);
    const done = found.flatMap(({ document }) => (document?.state === "delivered_to_buyer" ? [document] : []));
    const ms = (from: Date | null, to: Date | null) => (from && to ? [to.getTime() - from.getTime()] : []);
    const measures = {
      ...{ "authorised and mailed": done.length },
      ...spread(
        "sent → authorised, by SRI's own clock (ms)",
        done.flatMap((one) => ms(one.sentAt, one.authorisedAt)),
      ),
      ...spread(
        "asked for → mailed (ms)",
        done.flatMap((one) => ms(one.createdAt, one.mailedAt)),
      ),
    };
    const prints = await Promise.all(done.map((one) => world.ports.files.get(`${world.shop.id}/prints/${one.id}.pdf`)));
    const facts = found.map(({ document }) => ({
      document: document && { state: document.state, warnings: document.messages.map(({ code }) => ({ identificador: code })) },
    }));
    const print = prints.map((bytes) => ({
      print: { reads: Buffer.from(bytes?.subarray(0, 4) ?? []).toString("latin1") === "%PDF" ? "PDF" : "no PDF" },
    }));
    return {
      facts: [...facts, ...print],
      findings: found.flatMap(judge),
      measures,
      notes: done.map(({ number, accessKey }) => `${number}, access key ${accessKey}`),
    };
  },
};

type Written = {
  tags: string[];
  note: string | null;
  displayFinancialStatus: string;
  delivery: { jsonValue: { state: string } } | null;
  invoice: { jsonValue: { number: string; state: string } } | null;
  fulfillments: { events: { nodes: { status: string }[] } }[];
};

/** What each order should say at the end; what is missing of it. */
function lacking(order: PlacedOrder, document: DocumentRecord | null, written: Written): string[] {
  const events = written.fulfillments.flatMap((one) => one.events.nodes.map(({ status }) => status));
  const wanted: Record<string, boolean> = {
    "metafield delivery: delivered": written.delivery?.jsonValue.state === "delivered",
    "fulfillment event OUT_FOR_DELIVERY": events.includes("OUT_FOR_DELIVERY"),
    "fulfillment event DELIVERED": events.includes("DELIVERED"),
  };
  if (document?.authorisedAt) {
    wanted["metafield invoice: its number, authorised"] =
      written.invoice?.jsonValue.number === document.number && written.invoice?.jsonValue.state === "authorised";
    wanted["tag bim:invoiced, and no other of ours"] = written.tags.filter((tag) => tag.startsWith("bim:")).join() === "bim:invoiced";
    wanted["note with the invoice's number"] = written.note?.includes(document.number ?? "?") ?? false;
    if (order.payment === "card_authorized") wanted["payment captured"] = written.displayFinancialStatus === "PAID";
  }
  return Object.entries(wanted).flatMap(([what, holds]) => (holds ? [] : [what]));
}

export const onShopify: Probe = {
  name: "chain/on-shopify",
  what: "the orders at Shopify say all of it: fulfilment, events, capture, tag, note, metafields",
  mend: "app/workflows/delivery/publish-delivery.ts, app/workflows/document/write-back-document.ts, app/workflows/order/capture-payment.ts",
  needs: ["chain/invoiced"],
  async run(world) {
    const found = await documents(world);
    const read = async (gid: string) => (await world.wire.data<{ order: Written }>("first:Written", { id: gid })).order;
    const look = () => Promise.all(found.map(async ({ order, document }) => ({ order, document, written: await read(order.gid) })));
    // One after the other: what is looked at costs the points that the app needs to write it.
    const complete = await within(world.waitSeconds, async () => {
      for (const { order, document } of found) if (lacking(order, document, await read(order.gid)).length > 0) return null;
      return look();
    });
    const all = complete ?? (await look());
    const findings = all.flatMap(({ order, document, written }) =>
      lacking(order, document, written).map((what): Finding => ({
        expected: `${order.name}: ${what}`,
        seen: "not there",
        severity: "blocks",
      })),
    );
    return { facts: all.map(({ written }) => ({ order: written })), findings };
  },
};
