import type { Worded } from "~/ports/records";
import type { Product } from "./product.ts";

export type WatchedDocument = {
  id: string;
  kind: string;
  subject: string;
  orderId: string | null;
  originalId: string | null;
  state: string;
  sequence: number | null;
  number: string | null;
  accessKey: string | null;
  attention: Worded | null;
};
type Waiter = { look: (all: WatchedDocument[]) => boolean; fail: (error: Error) => void };

const EVERY_MS = 200;
const SQL = `SELECT id, kind, subject, "orderId", "originalId", state, sequence, number, "accessKey", attention FROM "FiscalDocument" ORDER BY id`;

/** Looks at all documents at once for everybody who waits for one: two hundred who look on their own would keep the machine busy. */
export function watchDocuments(product: Pick<Product, "rows">) {
  let waiters: Waiter[] = [];
  let isStopped = false;
  const watching = (async () => {
    while (!isStopped) {
      if (waiters.length > 0) {
        const all = await product.rows<WatchedDocument>(SQL);
        waiters = waiters.filter(({ look }) => !look(all));
      }
      await new Promise((go) => setTimeout(go, EVERY_MS));
    }
  })();
  return {
    /** The first document that is the one, in the state that is waited for. */
    when(what: string, isIt: (document: WatchedDocument) => boolean): Promise<WatchedDocument> {
      return new Promise((found, fail) => {
        const look = (all: WatchedDocument[]) => {
          const document = all.find(isIt);
          if (document) found(document);
          return document !== undefined;
        };
        waiters.push({ look, fail: () => fail(new Error(`never came: ${what}`)) });
      });
    },
    async stop(): Promise<void> {
      isStopped = true;
      await watching;
      for (const { fail } of waiters) fail(new Error("stopped"));
    },
  };
}
export type DocumentWatch = ReturnType<typeof watchDocuments>;
