import { deliver, setStage, type Stage } from "../../../scripts/story/play.ts";
import type { OrderBody } from "../../../scripts/story/sample-orders.ts";
import { metafield, until, worldAt } from "../../../scripts/story/world.ts";
import { untilAssigned, untilInvoiced } from "./orders.ts";
import { stackHere } from "./stack.ts";

type Buyer = {
  who: [firstName: string, lastName: string, email: string];
  to: object;
  id?: object;
  payment: string;
  lines: OrderBody["lines"];
};

const QUITO = { address1: "Av. 6 de Diciembre N30-100", city: "Quito", zip: "170135", latitude: -0.1918, longitude: -78.4796 };
const CUMBAYA = { address1: "Av. Interoceánica km 12", city: "Cumbayá", zip: "170901" };
const GUAYAQUIL = { address1: "Malecón 2000 y Olmedo", city: "Guayaquil", zip: "090313" };
const CUENCA = { address1: "Calle Larga 7-07", city: "Cuenca", zip: "010101" };

const line = (title: string, sku: string, price: string, quantity = 1, taxable = true) => ({ title, sku, price, quantity, taxable });
const COFFEE = line("Café de Loja 500 g", "TA-001", "12.90", 2);
const ROSES = line("Rosas de Cayambe (12)", "TA-007", "18.00", 1, false);
const HAT = line("Sombrero de Montecristi", "TA-004", "89.50");
const MUG = line("Taza de barro «Ñukanchik»", "TA-005", "14.75");

const MARIA: Buyer = {
  who: ["María José", "Núñez", "maria.nunez@example.com"],
  ...{ to: QUITO, payment: "card_authorized", lines: [COFFEE, ROSES, MUG] },
  id: { idType: "cedula", idNumber: "1714307103", legalName: "María José Núñez Páez" },
};
const COMPANY: Buyer = {
  who: ["Rosa", "Guamán", "compras@nandu.example"],
  ...{ to: CUMBAYA, payment: "card_authorized", lines: [HAT] },
  id: { idType: "ruc", idNumber: "1792060346001", legalName: `Ñandú & Cía. <S.A.> "La 'Esquina'"` },
};
const LUIS: Buyer = { who: ["Luis", "Andrade", "luis@example.com"], to: GUAYAQUIL, payment: "cash_on_delivery", lines: [MUG] };
const ZOE: Buyer = {
  who: ["Zoë", "O’Brien-Müller", "zoe@example.com"],
  ...{ to: QUITO, payment: "transfer", lines: [COFFEE] },
  id: { idType: "passport", idNumber: "AB123456", legalName: "Zoë O’Brien-Müller" },
};
const PEDRO: Buyer = { who: ["Pedro", "Vintimilla", "pedro@example.com"], to: CUENCA, payment: "cash_on_delivery", lines: [ROSES] };
const ELENA: Buyer = {
  who: ["Elena", "Chiriboga", "elena@example.com"],
  ...{ to: QUITO, payment: "card_authorized", lines: [COFFEE, MUG] },
  id: { idType: "cedula", idNumber: "1710034065", legalName: "Elena Chiriboga" },
};
const INES: Buyer = { who: ["Inés", "Cevallos", "ines@example.com"], to: QUITO, payment: "cash_on_delivery", lines: [COFFEE, MUG] };

async function place({ who: [firstName, lastName, email], to, id, payment, lines }: Buyer): Promise<string> {
  const customer = { firstName, lastName, email, phone: "+593991234567" };
  const body = { customer, shippingAddress: { countryCode: "EC", ...to }, ...(id ? { fiscalData: id } : {}), lines, payment };
  return (await worldAt(stackHere().urls.sandbox).placeOrder(body)).name;
}

export type Scene = { invoiced: string; email: string; waiting: string; credited: string };

/** An afternoon in the shop: orders in every state that a merchant should see once. */
export async function anAfternoon(): Promise<Scene> {
  const stage = await setStage(stackHere());
  const failed = await place(LUIS);
  await place(PEDRO);
  await place(ZOE);
  const out = await place(COMPANY);
  const { name: waiting } = await oneMore();
  const [invoiced, credited] = [await place(MARIA), await place(ELENA)];
  await setOutWith(stage, failed, true);
  await setOutWith(stage, out);
  await deliver(stage, invoiced, await untilAssigned(invoiced), "María José Núñez", 23);
  await deliver(stage, credited, await untilAssigned(credited), "Elena Chiriboga", 24);
  await untilInvoiced(credited);
  await takeBack(credited);
  await untilInvoiced(invoiced);
  return { invoiced, email: MARIA.who[2], waiting, credited };
}

/** SRI refuses one invoice's signature and then falls silent before the next: what a merchant sees of it is there when this returns. */
export async function silenceOfSri(): Promise<void> {
  const stage = await setStage(stackHere());
  const bring = async (photo: number) => {
    const name = await place(ELENA);
    await deliver(stage, name, await untilAssigned(name), "Elena Chiriboga", photo);
  };
  await fault({ part: "ec-sri-authorisation", kind: "reject", code: "39", count: 1 });
  await bring(25);
  await until("the refusal", async () => (await worldAt(stackHere().urls.sandbox).documents()).some(({ state }) => state !== "AUTORIZADO"));
  await fault({ part: "ec-sri-reception", kind: "down" });
  await bring(26);
  await bring(27);
}

/** From now on something that the sandbox plays goes wrong, as often as is said. */
export async function fault(what: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${stackHere().urls.sandbox}/sandbox/faults`, { method: "POST", headers, body: JSON.stringify(what) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** One of the first line's units comes back; returns when its credit note is on the order. */
async function takeBack(name: string): Promise<void> {
  const { sandbox } = stackHere().urls;
  const body = JSON.stringify({ lines: [{ line: 0, quantity: 1 }], note: "Llegó golpeada" });
  const answer = await fetch(`${sandbox}/sandbox/orders/${name.slice(1)}/refund`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  if (!answer.ok) throw new Error(await answer.text());
  await until(`the credit note on ${name}`, async () => {
    const invoice = metafield(await worldAt(sandbox).order(name), "invoice");
    return (invoice?.credits as unknown[] | undefined)?.length;
  });
}

/** One more delivery in Quito, cash to be collected. */
export async function oneMore(): Promise<{ name: string; courier: string }> {
  const name = await place(INES);
  return { name, courier: await untilAssigned(name) };
}

async function setOutWith({ phones }: Stage, name: string, isFailing = false): Promise<void> {
  const phone = phones.get(await untilAssigned(name))!;
  const stop = (await phone.stops()).get(name)!;
  await phone.start(stop);
  if (isFailing) await phone.fail(stop, "nobody_home");
}
