import { randomUUID } from "node:crypto";

/** `collected`: the fields of what was collected, as `due` fills them in; none: nothing is said; `refused`: those of what was not taken. */
type Confirmation = {
  photo: Buffer;
  receivedBy: string;
  reportId?: string;
  collected?: Record<string, string>;
  /** Where the phone is; none: it doesn't tell. */
  at?: Record<string, string>;
  refused?: Record<string, string>;
};

/** A courier's phone: opens the link once, keeps the cookie, reads the pages and presses the buttons. */
export class CourierPhone {
  private cookie = "";
  private list = "";

  constructor(private readonly link: string) {}

  /** Exchanges the link for the session, as the first tap on it does. */
  async open(): Promise<void> {
    const answer = await fetch(this.link, { redirect: "manual" });
    const [cookie] = answer.headers.getSetCookie();
    const location = answer.headers.get("Location");
    if (!cookie || !location) throw new Error(`the courier's link answered ${answer.status}`);
    this.cookie = cookie.split(";")[0]!;
    this.list = new URL(location, this.link).href;
  }

  /** Pending deliveries: order name → address of its page. */
  async stops(): Promise<Map<string, string>> {
    const page = await (await this.get(this.list)).text();
    const cards = page.split('<li class="panel stop">').slice(1);
    return new Map(
      cards.flatMap((card) => {
        const name = /class="order">([^<]+)</.exec(card)?.[1];
        const href = /href="([^"]*\/deliveries\/[^"]+)"/.exec(card)?.[1];
        return name && href ? [[name, new URL(href, this.list).href] as const] : [];
      }),
    );
  }

  /** Takes along all that waits, and asks for its dispatch guide. */
  load = () => this.post(`${this.list}?index`, { intent: "load" });

  start = (stop: string) => this.post(stop, { intent: "start" });

  /** `reportId` is made here, on the phone: sent twice it counts once. */
  confirm = (stop: string, { photo, receivedBy, reportId = randomUUID(), collected = {}, at = {}, refused = {} }: Confirmation) =>
    this.post(
      stop,
      {
        intent: "confirm",
        reportId,
        receivedBy,
        ...collected,
        happenedAt: new Date().toISOString(),
        ...at,
        ...refused,
      },
      photo,
    );

  /** What the page says of the door: the amount that is due, in cash, as it fills it in (nothing where nothing is due), and where it is. */
  async doorOf(stop: string): Promise<{ collected: Record<string, string>; at: Record<string, string> }> {
    const page = await (await this.get(stop)).text();
    const [, latitude, longitude] = /destination=(-?[\d.]+)%2C(-?[\d.]+)"/.exec(page) ?? [];
    const at = latitude && longitude ? { latitude, longitude, accuracy: "12" } : {};
    const valueOf = (name: string) => new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1];
    const [collected, currency] = [valueOf("collected"), valueOf("currency")];
    return { collected: collected && currency ? { collected, currency, how: "cash" } : {}, at: at as Record<string, string> };
  }

  /** What the courier says of money on its page. */
  say = (fields: Record<string, string>) => this.post(`${this.list}/money`, fields);

  /** The attempt came to nothing. */
  fail = (stop: string, reason: string) =>
    this.post(stop, { intent: "fail", reportId: randomUUID(), reason, happenedAt: new Date().toISOString() });

  /** Back at the shop, as its page's form says it. */
  bringBack = (stop: string, { photo, receivedBy }: Confirmation) =>
    this.post(stop, { intent: "return", reportId: randomUUID(), receivedBy, happenedAt: new Date().toISOString() }, photo);

  private get(url: string): Promise<Response> {
    return fetch(url, { headers: { Cookie: this.cookie } });
  }

  private async post(url: string, fields: Record<string, string>, photo?: Buffer): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    if (photo) form.set("photo", new Blob([new Uint8Array(photo)], { type: "image/jpeg" }), "puerta.jpg");
    const answer = await fetch(url, { method: "POST", body: form, redirect: "manual", headers: { Cookie: this.cookie } });
    if (answer.status !== 303 && answer.status !== 302)
      throw new Error(`${fields.intent} at ${new URL(url).pathname}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  }
}

/** Everybody's phones, opened: courier's name → phone. */
export async function openPhones(links: Record<string, string>): Promise<Map<string, CourierPhone>> {
  const phones = Object.entries(links).map(([name, link]) => [name, new CourierPhone(link)] as const);
  await Promise.all(phones.map(([, phone]) => phone.open()));
  return new Map(phones);
}
