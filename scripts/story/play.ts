import { readFileSync } from "node:fs";
import path from "node:path";
import type { Stack } from "../stack.ts";
import { openPhones, type CourierPhone } from "./courier-phone.ts";
import { doorPhoto } from "./photo.ts";
import type { OrderBody } from "./sample-orders.ts";
import { metafield, until, worldAt, type SandboxMail, type SandboxOrder, type World } from "./world.ts";

export type Stage = { stack: Pick<Stack, "urls" | "dataDir">; world: World; phones: Map<string, CourierPhone> };
/** `ms`: from the confirmation's answer asked for to the mail accepted. */
export type Played = { name: string; id: string; courier: string; order: SandboxOrder; mail: SandboxMail; ms: number };

export async function setStage(stack: Pick<Stack, "urls" | "dataDir">): Promise<Stage> {
  const links = JSON.parse(readFileSync(path.join(stack.dataDir, "links.json"), "utf8")) as Record<string, string>;
  return { stack, world: worldAt(stack.urls.sandbox), phones: await openPhones(links) };
}

/** The courier to whom the order was given, as its page at Shopify says. */
export async function untilAssigned({ world }: Stage, name: string): Promise<string> {
  const order = await until(`a courier for ${name}`, async () => {
    const seen = await world.order(name);
    return metafield(seen, "delivery")?.state === "assigned" && seen;
  });
  return metafield(order, "delivery")!.courier!;
}

/** The courier sets out and confirms with a photo. Returns when the confirmation was sent. */
export async function deliver({ phones }: Stage, name: string, courier: string, receivedBy: string, n: number): Promise<number> {
  const phone = phones.get(courier)!;
  const stop = (await phone.stops()).get(name);
  if (!stop) throw new Error(`${courier} doesn't see ${name}`);
  await phone.start(stop);
  const [photo, door] = [await doorPhoto(n), await phone.doorOf(stop)];
  const sentAt = Date.now();
  await phone.confirm(stop, { photo, receivedBy, ...door });
  return sentAt;
}

/** Authorised, mailed, written back: the order says so and the mail is in the box. */
export async function untilInvoiced({ world }: Stage, name: string, email: string): Promise<{ order: SandboxOrder; mail: SandboxMail }> {
  const order = await until(`the invoice on ${name}`, async () => {
    const seen = await world.order(name);
    return (
      metafield(seen, "invoice")?.state === "authorised" &&
      seen.tags.includes("bim:invoiced") &&
      seen.note?.includes(metafield(seen, "invoice")!.number!) &&
      seen
    );
  });
  const number = metafield(order, "invoice")!.number!;
  const mail = await until(`the mail for ${name}`, async () => (await world.mailsTo(email)).find((m) => m.subject.includes(number)));
  return { order, mail };
}

/** One placed order from the desk to the invoice. */
export async function playOn(stage: Stage, body: OrderBody, placed: { id: string; name: string }, n: number): Promise<Played> {
  const { email, fullName } = buyerOf(body);
  const courier = await untilAssigned(stage, placed.name);
  const sentAt = await deliver(stage, placed.name, courier, fullName, n);
  const { order, mail } = await untilInvoiced(stage, placed.name, email);
  return { ...placed, courier, order, mail, ms: new Date(mail.receivedAt).getTime() - sentAt };
}

function buyerOf(body: OrderBody): { email: string; fullName: string } {
  const { customer, fiscalData } = body as unknown as {
    customer: { firstName: string; lastName: string; email: string };
    fiscalData?: { email?: string };
  };
  return { email: fiscalData?.email ?? customer.email, fullName: `${customer.firstName} ${customer.lastName}` };
}
