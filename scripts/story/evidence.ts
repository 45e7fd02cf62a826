import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eventsOf } from "./events.ts";
import type { Played, Stage } from "./play.ts";
import { metafield } from "./world.ts";

export type SummaryRow = {
  order: string;
  total: string;
  currency: string;
  document: string | null;
  authorisation: string | null;
  state: string;
  courier: string | null;
  zone: string | null;
  shipping: string | null;
  commission: string | null;
  ms: number | null;
};

/** What an accountant would want to see of one order: the order, the signed bytes, the print, the mail, the record. */
export async function writeEvidence({ stack, world }: Stage, played: Played, out: string): Promise<SummaryRow> {
  const { order, mail } = played;
  const folder = path.join(out, String(order.number));
  mkdirSync(folder, { recursive: true });
  const write = (name: string, content: string | Buffer) => writeFileSync(path.join(folder, name), content);
  const [invoice, delivery] = [metafield(order, "invoice")!, metafield(order, "delivery")!];
  const registered = await world.document(invoice.accessKey!);
  write("order.json", JSON.stringify(order, null, 2));
  write("invoice.xml", registered.xml!);
  write(
    "invoice.pdf",
    await world.attachment(
      mail.id,
      mail.attachments.findIndex(({ name }) => name.endsWith(".pdf")),
    ),
  );
  write("mail.eml", await world.rawMail(mail.id));
  write("events.json", JSON.stringify(await eventsOf(stack.urls.database, order.id), null, 2));
  const isAuthorised = registered.state === "AUTORIZADO" && registered.total === order.total;
  return {
    order: String(order.number),
    total: order.total,
    currency: order.currency,
    document: invoice.number!,
    authorisation: invoice.accessKey!,
    state: isAuthorised ? "delivered_to_buyer" : `total ${registered.total}`,
    courier: delivery.courier!,
    zone: delivery.zone!,
    shipping: delivery.rate!,
    commission: delivery.commission!,
    ms: played.ms,
  };
}

export const failedRow = (name: string, reason: string): SummaryRow => ({
  order: name.replace("#", ""),
  total: "",
  currency: "",
  document: null,
  authorisation: null,
  state: `failed: ${reason}`,
  courier: null,
  zone: null,
  shipping: null,
  commission: null,
  ms: null,
});
