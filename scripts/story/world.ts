import type { OrderBody } from "./sample-orders.ts";

export type SandboxOrder = {
  id: string;
  name: string;
  number: number;
  total: string;
  currency: string;
  tags: string[];
  note: string | null;
  financialStatus: string;
  metafields: { key: string; jsonValue: Record<string, string | null> }[];
  fulfillments: { events: { status: string; happenedAt: string }[] }[];
  shippingLine: { price: string } | null;
};
export type SandboxMail = {
  id: string;
  receivedAt: string;
  to: string[];
  subject: string;
  messageId: string;
  duplicate: boolean;
  attachments: { name: string; contentType: string }[];
};
export type RegisteredDocument = {
  /** factura, notaCredito, guiaRemision */
  type: string;
  accessKey: string;
  state: string;
  number: string;
  total: string | null;
  registeredAt: string;
  xml?: string;
};

/** What a person could do and see from outside: the store, the mailbox, the authority's register. */
export function worldAt(sandbox: string) {
  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(sandbox + path);
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const bytes = async (path: string) => Buffer.from(await (await fetch(sandbox + path)).arrayBuffer());
  return {
    async placeOrder(body: OrderBody): Promise<{ id: string; name: string; shippingLine: unknown }> {
      const answer = await fetch(`${sandbox}/sandbox/orders`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`the store refused the order: ${answer.status} ${text}`);
      return JSON.parse(text) as { id: string; name: string; shippingLine: unknown };
    },
    order: (name: string) => get<SandboxOrder>(`/sandbox/orders/${name.replace("#", "")}`),
    document: (accessKey: string) => get<RegisteredDocument>(`/sandbox/tax-authorities/ec-sri/documents/${accessKey}`),
    documents: () => get<RegisteredDocument[]>("/sandbox/tax-authorities/ec-sri/documents"),
    mailsTo: (to: string) => get<SandboxMail[]>(`/sandbox/inbox?to=${encodeURIComponent(to)}`),
    rawMail: (id: string) => bytes(`/sandbox/inbox/${id}/raw`),
    attachment: (id: string, index: number) => bytes(`/sandbox/inbox/${id}/attachments/${index}`),
  };
}
export type World = ReturnType<typeof worldAt>;

export const metafield = (order: SandboxOrder, key: string): Record<string, string | null> | undefined =>
  order.metafields.find((m) => m.key === key)?.jsonValue;

/** Looks again until it is there. The time limit is for what never comes, not for what is slow. */
export async function until<T>(what: string, look: () => Promise<T | undefined | null | false>, timeoutMs = 60_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${timeoutMs / 1000} s`);
    await new Promise((done) => setTimeout(done, 25));
  }
}
