import { expect } from "vitest";
import type { IssueNeeds } from "~/workflows/document/document-step";
import { issueDocument } from "~/workflows/document/issue-document";
import { until } from "../../scripts/story/world.ts";
import type { Case } from "./authority-faults.ts";
import { watchDocuments, type WatchedDocument } from "./document-watch.ts";
import type { Product } from "./product.ts";

/** How a case went: what a person had to look at on the way, and the document in the end. */
export type Outcome = { held: WatchedDocument | null; document: WatchedDocument };

/** A process that dies is not an error that anybody handles. */
class Died extends Error {}
const ENDED = new Set(["authorised", "delivered_to_buyer", "credited"]);
const LINES = [{ title: "Café", sku: "CAF", quantity: 1, price: "8.50" }];
/** Outside every zone: nobody delivers it, the invoice is asked for by hand. */
const NOWHERE = { countryCode: "EC", address1: "Calle Sucre", city: "Tulcán", zip: "" };
/** One courier alone brings things there. */
const GUAYAQUIL = { countryCode: "EC", address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };

/** Plays the cases of the table, as many at a time as do not get into each other's way. */
export function authorityCases(product: Product) {
  const watch = watchDocuments(product);
  const { s, shop, ports } = product;
  const actor = "merchant:Lucía";

  async function anOrder(buyer: string, change: Parameters<Product["place"]>[0] = {}) {
    const fiscalData = { idType: "cedula", idNumber: "1714307103", legalName: buyer };
    const placed = await product.place({ fiscalData, lines: LINES, shippingAddress: NOWHERE, ...change });
    const order = await until(`${placed.name} here`, () => s.orderByGid(placed.gid));
    return { ...placed, order };
  }

  const strike = async ({ faults, buyer }: Case) => {
    for (const fault of faults) await product.fault({ ...fault, about: buyer } as Parameters<Product["fault"]>[0]);
  };
  const enqueue = (documentId: string) => s.enqueue("issue-document", { shopId: shop.id, documentId });

  /** The invoice as a delivery opens it, and the process that first takes it up. */
  async function openInvoice(one: Case): Promise<string> {
    const { order } = await anOrder(one.buyer);
    const { currency, totalMinor } = order.sale;
    const { document } = await s.openInvoice({ orderId: order.id, country: "EC", currency, totalMinor });
    if (one.moment.crash) await dieIssuing(document.id, one.moment.crash);
    await strike(one);
    await enqueue(document.id);
    return document.id;
  }

  /** Issues in this process until it dies: the stored state is all that is left of it. */
  async function dieIssuing(documentId: string, at: NonNullable<Case["moment"]["crash"]>): Promise<void> {
    const die = () => Promise.reject(new Died(at));
    const change: IssueNeeds["store"]["change"] = async (shopId, work) =>
      at === "before the send" && (await s.document(documentId)).state === "signed" ? die() : ports.store.change(shopId, work);
    const countries: IssueNeeds["countries"] = (country) => {
      const pack = ports.countries(country);
      return { ...pack, transmit: async (...sent) => (at === "before the answer, arrived" && (await pack.transmit(...sent)), die()) };
    };
    await expect(
      issueDocument({ ...ports, store: { ...ports.store, change }, countries }, { shopId: shop.id, documentId }),
    ).rejects.toThrow(Died);
  }

  async function openCreditNote(one: Case): Promise<string> {
    const { name, order } = await anOrder(one.buyer, { payment: "card" });
    await product.commands.issueByHand({ shopId: shop.id, orderId: order.id, actor });
    await watch.when(`the invoice of ${name}`, ({ orderId, state }) => orderId === order.id && ENDED.has(state));
    await strike(one);
    await product.post(`/sandbox/orders/${name.slice(1)}/refund`, { lines: [{ line: 0, quantity: 1 }] });
    return (await watch.when(`a credit note on ${name}`, ({ kind, orderId }) => kind === "credit_note" && orderId === order.id)).id;
  }

  /** A run of its own for each, where a courier would load all that waits. */
  async function openGuide(one: Case): Promise<string> {
    const { gid } = await anOrder(one.buyer, { shippingAddress: GUAYAQUIL });
    const { courierId, delivery } = await product.assigned(gid);
    await strike(one);
    const run = await s.insertRun({ courierId, locationId: null });
    await s.updateDelivery(delivery.id, { runId: run.id });
    const about = { kind: "dispatch_guide", subject: run.id, orderId: null, originalId: null } as const;
    const { document } = await s.openDocument({ ...about, country: "EC", currency: "USD", totalMinor: 0 });
    await enqueue(document.id);
    return document.id;
  }

  const OPEN = { invoice: openInvoice, credit_note: openCreditNote, dispatch_guide: openGuide };
  const again = (documentId: string) => product.commands.retryDocument({ shopId: shop.id, documentId, actor });
  const asks = (what: string, id: string, code: string) =>
    watch.when(`${what} under ${code}`, (document) => document.id === id && document.attention?.code === code);

  /** Begins a case, up to where a bulk retry takes it on. */
  async function begin(one: Case): Promise<string> {
    const id = await OPEN[one.kind](one);
    if (one.moment.again) await asks(one.name, id, "rejected");
    if (one.moment.again === "by hand") await again(id);
    return id;
  }

  /** Follows a case to its end, and does what a person is told to do. */
  async function end({ name, fault: { held } }: Case, id: string): Promise<Outcome> {
    const found = held && (await asks(name, id, held.under));
    if (found) await again(id);
    const before = found?.attention?.code === "annulled_at_authority" ? found : null;
    const document = await watch.when(
      `${name} authorised`,
      (one) => ENDED.has(one.state) && (before ? isInPlaceOf(one, before) : one.id === id),
    );
    return { held: found, document };
  }

  return { begin, end, again: () => product.commands.retryDocuments({ shopId: shop.id, actor }), stop: watch.stop };
}

/** What was annulled keeps its row; another is issued for the same subject. */
const isInPlaceOf = (one: WatchedDocument, annulled: WatchedDocument): boolean =>
  one.kind === annulled.kind && one.subject === annulled.subject && one.id !== annulled.id;

/** Does the work for all, some at a time; what fails is told by whoever asks for its result. */
export function inTurns<T, R>(all: readonly T[], most: number, work: (one: T) => Promise<R>): Map<T, Promise<R>> {
  const queue = [...all];
  const results = new Map<T, PromiseWithResolvers<R>>(all.map((one) => [one, Promise.withResolvers<R>()]));
  const turn = async (): Promise<void> => {
    for (let one = queue.shift(); one !== undefined; one = queue.shift())
      await work(one).then(results.get(one)!.resolve, results.get(one)!.reject);
  };
  for (let n = 0; n < most; n++) void turn();
  for (const { promise } of results.values()) promise.catch(() => undefined);
  return new Map([...results].map(([one, { promise }]) => [one, promise]));
}
