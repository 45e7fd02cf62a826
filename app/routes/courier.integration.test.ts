import { createHash } from "node:crypto";
import sharp from "sharp";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { StopView } from "~/courier/protocol";
import type { CourierWorld } from "~/testing/courier-world";
import type { ShotRole } from "~/domain/proof/told";
import { aShotRecord } from "~/testing/shots";
import { handedOver } from "~/workflows/delivery/handed-over";
import { freshDatabase } from "../../tests/support/database";

type Route = { loader(args: never): Promise<unknown>; action?(args: never): Promise<unknown> };
type World = Awaited<ReturnType<typeof open>>;
let world: World;
let photo: Uint8Array<ArrayBuffer>;
let number = 1000;

/** The routes themselves over the product's own composition, with rows made by the test's world in the same database. */
async function open() {
  await freshDatabase();
  const { courierWorld } = await import("~/testing/courier-world");
  const { queue, ports } = await import("~/composition.server");
  await queue(false);
  const made: CourierWorld = await courierWorld(ports);
  return {
    ports,
    home: await made.aShop("demo.myshopify.com"),
    other: await made.aShop("other.myshopify.com"),
    list: (await import("./courier.$token._index")) as unknown as Route,
    layout: (await import("./courier.$token")) as unknown as Route,
    manifest: (await import("./courier.$token.manifest[.]webmanifest")) as unknown as Route,
    photo: (await import("./courier.$token.photos.$id")) as unknown as Route,
    stop: (await import("./courier.$token.deliveries.$id")) as unknown as Route,
    files: (await import("./files.$token")) as unknown as Route,
  };
}
beforeAll(async () => {
  world = await open();
  photo = new Uint8Array(
    await sharp({ create: { width: 640, height: 480, channels: 3, background: "#2a7" } })
      .jpeg()
      .toBuffer(),
  );
});
beforeEach(() => void number++);

type Call = {
  method?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  body?: BodyInit;
  path?: string;
  address?: string;
};
async function call(
  run: ((args: never) => Promise<unknown>) | undefined,
  { method, params = {}, headers = {}, body, path = "/courier", address = "192.0.2.1" }: Call,
): Promise<Response> {
  const request = new Request(`http://127.0.0.1:9${path}`, {
    headers: { Host: "127.0.0.1:9", ...headers },
    ...(body ? { method: "POST", body } : {}),
    ...(method ? { method } : {}),
  });
  try {
    return (await run!({ request, params, context: { clientAddress: address } } as never)) as Response;
  } catch (thrown) {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  }
}
async function enter(courierId = world.home.courierId, home = world.home) {
  const token = await home.tokenFor(courierId);
  const response = await call(world.layout.loader, { params: { token } });
  return { token, response, Cookie: response.headers.get("Set-Cookie")!.split(";")[0]! };
}
const here = (extra: Record<string, string> = {}) => ({ token: world.home.shop.publicKey, ...extra });
async function anOutgoing() {
  const { deliveryId } = await world.home.aDelivery(number);
  await world.home.s.updateDelivery(deliveryId, { state: "out_for_delivery", startedAt: new Date() });
  return deliveryId;
}
function report(fields: Record<string, string>, picture: Uint8Array<ArrayBuffer> | null = photo) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ intent: "confirm", reportId: world.ports.ids.uuid(), receivedBy: "Ana", ...fields }))
    form.set(name, value);
  if (picture) form.set("photo", new Blob([picture]), "photo.jpg");
  return form;
}

test("the link is exchanged for a cookie that scripts can't read and leads on without the secret", async () => {
  const { token, response, Cookie } = await enter();
  expect([
    response.status,
    response.headers.get("Location"),
    response.headers.get("Referrer-Policy"),
    response.headers.get("Cache-Control"),
  ]).toEqual([302, `/courier/${world.home.shop.publicKey}`, "no-referrer", "no-store"]);
  expect(response.headers.get("Set-Cookie")).toMatch(/HttpOnly; SameSite=Lax/);
  expect(decodeURIComponent(Cookie)).not.toContain(token.split(".")[1]);
  expect((await call(world.layout.loader, { params: here(), headers: { Cookie } })).status).toBe(200);
});

test("the full link works again and again; a revoked one ends its cookies too", async () => {
  const { token, Cookie } = await enter();
  expect((await call(world.layout.loader, { params: { token } })).status).toBe(302);
  await enter();
  expect((await call(world.layout.loader, { params: { token } })).status).toBe(404);
  for (const route of [world.layout, world.list])
    expect((await call(route.loader, { params: here(), headers: { Cookie } })).status).toBe(404);
});

test.each([
  ["en-US,en;q=0.9", "en"],
  ["es-EC", "es"],
  ["de", "es"],
])("an unknown link is a 404 in the language of %s", async (language, locale) => {
  const response = await call(world.layout.loader, {
    params: { token: `${world.home.shop.publicKey}.${"x".repeat(43)}` },
    headers: { "Accept-Language": language },
    address: "198.51.100.1",
  });
  expect([response.status, response.headers.get("X-Robots-Tag"), await response.json()]).toEqual([
    404,
    "noindex",
    { locale, refusal: "gone" },
  ]);
});

test("without a cookie, with another shop's, or a forged one, there is no page", async () => {
  const { Cookie } = await enter();
  const stolen = Cookie.replace(world.home.shop.publicKey, world.other.shop.publicKey);
  expect((await call(world.list.loader, { params: here() })).status).toBe(404);
  expect((await call(world.list.loader, { params: { token: world.other.shop.publicKey }, headers: { Cookie: stolen } })).status).toBe(404);
  expect(
    (await call(world.list.loader, { params: here(), headers: { Cookie: `courier_${world.home.shop.publicKey}=ImEuYiI=` } })).status,
  ).toBe(404);
});

test("after sixty wrong links an address waits, whatever it says it is; others don't, and a good link works even there", async () => {
  let forged = 0;
  const open = (address: string, token = `${world.home.shop.publicKey}.${"y".repeat(43)}`) =>
    call(world.layout.loader, { params: { token }, headers: { "X-Forwarded-For": `198.18.0.${forged++}` }, address });
  for (let i = 0; i < 60; i++) expect((await open("203.0.113.7")).status).toBe(404);
  const late = await open("203.0.113.7");
  expect([late.status, late.headers.get("Retry-After")]).toEqual([429, "600"]);
  expect((await open("203.0.113.8")).status).toBe(404);
  const { token } = await enter();
  expect((await open("203.0.113.7", token)).status).toBe(302);
});

test("a browser that takes no cookies is told so; one with a dead cookie hears that the link has ended", async () => {
  const { Cookie } = await enter();
  await enter();
  const refusalOf = async (headers: Record<string, string>) => {
    const response = await call(world.list.loader, { params: here(), headers });
    return [response.status, ((await response.json()) as { refusal: string }).refusal, response.headers.get("X-Problem")];
  };
  expect(await refusalOf({})).toEqual([404, "no_session", "session_missing"]);
  expect(await refusalOf({ Cookie: "courier_another=1" })).toEqual([404, "no_session", "session_missing"]);
  expect(await refusalOf({ Cookie })).toEqual([404, "gone", "link_ended"]);
});

test("reassigned while the courier is on the page: who delivered it has delivered it, the other's stop is gone", async () => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  await world.home.s.updateDelivery(deliveryId, { courierId: world.home.otherId, state: "assigned" });
  const at = { params: here({ id: deliveryId }), headers: { Cookie } };
  const started = await call(world.stop.action, { ...at, body: new URLSearchParams({ intent: "start" }) });
  expect([started.status, started.headers.get("X-Problem")]).toEqual([409, "delivery_not_yours"]);
  const confirmed = await call(world.stop.action, { ...at, body: report({}) });
  expect([confirmed.status, confirmed.headers.get("X-Problem")]).toEqual([303, null]);
  expect(await world.home.s.delivery(deliveryId)).toMatchObject({ state: "delivered", courierId: world.home.courierId });
});

test("the link revoked while the courier is on the page: the answer says so, and nothing is kept here", async () => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  await enter();
  const confirmed = await call(world.stop.action, { params: here({ id: deliveryId }), headers: { Cookie }, body: report({}) });
  expect([confirmed.status, confirmed.headers.get("X-Problem")]).toEqual([404, "link_ended"]);
  expect(await world.home.s.attemptsOf(deliveryId)).toEqual([]);
});

test("a courier sees their own stops only", async () => {
  const { deliveryId } = await world.home.aDelivery(number);
  const [mine, theirs] = [await enter(), await enter(world.home.otherId)];
  const seen = async (Cookie: string) =>
    (
      (await (await call(world.list.loader, { params: here(), headers: { Cookie } })).json()) as {
        day: { pending: { deliveryId: string; collect: string }[] };
      }
    ).day.pending;
  expect(await seen(mine.Cookie)).toContainEqual(
    expect.objectContaining({ deliveryId, buyer: "Ana P.", collect: "$25,50", callUrl: "tel:+593991234567" }),
  );
  expect(await seen(theirs.Cookie)).toEqual([]);
  expect((await call(world.stop.loader, { params: here({ id: deliveryId }), headers: { Cookie: theirs.Cookie } })).status).toBe(404);
  expect((await call(world.stop.loader, { params: here({ id: "1 or 1=1" }), headers: { Cookie: mine.Cookie } })).status).toBe(404);
});

test("start, then confirm with a photo: the courier is led back, the delivery is done, the photo can be fetched by a signed link", async () => {
  const { deliveryId } = await world.home.aDelivery(number);
  const { Cookie } = await enter();
  const at = { params: here({ id: deliveryId }), headers: { Cookie } };
  const started = await call(world.stop.action, { ...at, body: new URLSearchParams({ intent: "start" }) });
  expect([started.status, started.headers.get("Location")]).toEqual([
    303,
    `/courier/${world.home.shop.publicKey}/deliveries/${deliveryId}`,
  ]);
  const reportId = world.ports.ids.uuid();
  const confirmed = await call(world.stop.action, { ...at, body: report({ reportId, latitude: "-0.18", longitude: "-78.48" }) });
  expect([confirmed.status, confirmed.headers.get("Location")]).toEqual([
    303,
    `/courier/${world.home.shop.publicKey}?reported=${deliveryId}`,
  ]);
  expect((await world.home.s.delivery(deliveryId)).state).toBe("delivered");
  const again = await call(world.stop.action, { ...at, body: report({ reportId }) });
  expect(again.status).toBe(303);
  const url = world.ports.links.fileUrl(
    { publicKey: world.home.shop.publicKey, kind: "photo", id: reportId },
    new Date(Date.now() + 60_000),
  );
  const file = await call(world.files.loader, { params: { token: url.split("/").at(-1)! } });
  expect([
    file.status,
    file.headers.get("Content-Type"),
    file.headers.get("X-Content-Type-Options"),
    file.headers.get("Cache-Control"),
  ]).toEqual([200, "image/jpeg", "nosniff", "no-store"]);
  expect((await sharp(Buffer.from(await file.arrayBuffer())).metadata()).width).toBe(640);
  await world.ports.files.delete((await world.home.s.shot(reportId))!.key!);
  expect((await call(world.files.loader, { params: { token: url.split("/").at(-1)! } })).status).toBe(404);
});

const HEIC = new Uint8Array(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic"), Buffer.alloc(100)]));
test("of an exchange both halves are set out with by one form, and confirming the one leads to the other", async () => {
  const { Cookie } = await enter();
  const { s, courierId } = world.home;
  const returns = [{ gid: `r${number}`, status: "OPEN" as const, createdAt: "", lines: [], exchangeLineIds: ["1"], trackingNumbers: [] }];
  const { deliveryId, orderId } = await world.home.aDelivery(number, { returns });
  await s.updateDelivery(deliveryId, { lines: [{ lineId: "1", quantity: 1 }] });
  const { id: fetching } = await s.insertDelivery({ orderId, currency: "USD", returnGid: `r${number}`, lines: [] });
  await s.updateDelivery(fetching, { state: "assigned", courierId, assignedAt: new Date() });
  const send = (fields: Record<string, string>) =>
    call(world.stop.action, { params: here({ id: deliveryId }), headers: { Cookie }, body: report(fields) });
  expect((await send({ intent: "start", also: fetching })).headers.get("Location")).toMatch(new RegExp(`deliveries/${deliveryId}$`));
  expect([(await s.delivery(deliveryId)).state, (await s.delivery(fetching)).state]).toEqual(["out_for_delivery", "out_for_delivery"]);
  const led = await send({ next: fetching });
  expect([led.status, led.headers.get("Location")]).toEqual([
    303,
    `/courier/${world.home.shop.publicKey}/deliveries/${fetching}?reported=${deliveryId}`,
  ]);
  const seen = await call(world.stop.loader, {
    params: here({ id: fetching }),
    headers: { Cookie },
    path: `/courier?reported=${deliveryId}`,
  });
  expect(await seen.json()).toMatchObject({ reported: deliveryId, stop: { isReturn: true, exchange: null } });
  await s.updateDelivery(fetching, { state: "cancelled" });
});

test.each<[string, () => BodyInit, number, string]>([
  ["no photo", () => report({}, null), 422, "photo_missing"],
  ["a text called photo", () => report({}, new Uint8Array(Buffer.from("hello"))), 422, "photo_unreadable format"],
  ["a HEIC", () => report({}, HEIC), 422, "photo_unreadable heic"],
  ["16 MB", () => report({}, new Uint8Array(16 * 1024 * 1024)), 413, "photo_too_large bytes"],
  ["nobody who received", () => report({ receivedBy: " " }), 422, "received_by_missing"],
  ["an id that is none", () => report({ reportId: "1" }), 400, "form_unreadable"],
  ["no reason", () => report({ intent: "fail" }), 422, "reason_missing"],
  ["an unknown intent", () => report({ intent: "steal" }), 400, "form_unreadable"],
])("%s is answered clearly and changes nothing", async (_, body, status, problem) => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  const response = await call(world.stop.action, { params: here({ id: deliveryId }), headers: { Cookie }, body: body() });
  expect([response.status, response.headers.get("X-Problem")]).toEqual([status, problem]);
  expect([(await world.home.s.delivery(deliveryId)).state, await world.home.s.attemptsOf(deliveryId)]).toEqual(["out_for_delivery", []]);
});

test("one photo of several that can't be read names itself; nothing typed is lost, and with the right ones it is delivered", async () => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  const send = (pictures: Uint8Array<ArrayBuffer>[]) => {
    const body = report({ doorNote: "timbre 9", pin: "1234" }, null);
    pictures.forEach((picture, at) => body.append("photo", new Blob([picture]), `IMG_${at}.jpg`));
    return call(world.stop.action, { params: here({ id: deliveryId }), headers: { Cookie }, body });
  };
  const refused = await send([photo, HEIC, photo]);
  expect([refused.status, await refused.json()]).toEqual([
    422,
    expect.objectContaining({
      problem: { code: "photo_unreadable", why: "heic", photo: { number: 2, file: "IMG_1.jpg" } },
      typed: expect.objectContaining({ receivedBy: "Ana", doorNote: "timbre 9", pin: "" }) as unknown,
    }),
  ]);
  expect([(await send(Array(7).fill(photo) as Uint8Array<ArrayBuffer>[])).headers.get("X-Problem")]).toEqual(["photos_too_many"]);
  expect(await world.home.s.attemptsOf(deliveryId)).toEqual([]);
  expect((await send([photo, photo, photo])).status).toBe(303);
  expect(await world.home.s.shotsOfDelivery(deliveryId)).toHaveLength(3);
});

test("texts that no database keeps as they are, and a year that no clock shows, cost no delivery", async () => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  const typed = { receivedBy: `A\0na ${"x".repeat(114)}😀`, doorNote: `${"n".repeat(199)}😀`, happenedAt: "+012000-01-01T00:00:00Z" };
  const response = await call(world.stop.action, { params: here({ id: deliveryId }), headers: { Cookie }, body: report(typed) });
  expect([response.status, (await world.home.s.delivery(deliveryId)).state]).toEqual([303, "delivered"]);
});

test("a confirmation is taken back by a form without a script, as long as its invoice has no number; then the page says why not", async () => {
  const deliveryId = await anOutgoing();
  number++;
  const late = await anOutgoing();
  const { Cookie } = await enter();
  const ask = (id: string, body: BodyInit) => call(world.stop.action, { params: here({ id }), headers: { Cookie }, body });
  const pageOf = async (id: string) =>
    ((await (await call(world.stop.loader, { params: here({ id }), headers: { Cookie } })).json()) as { stop: StopView }).stop;
  const reports = new Map([deliveryId, late].map((id) => [id, world.ports.ids.uuid()]));
  for (const [id, reportId] of reports) await ask(id, report({ reportId }));
  const { undo } = await pageOf(deliveryId);
  expect(undo?.reportId).toBe(reports.get(deliveryId));
  const form = (undoes: string) => new URLSearchParams({ intent: "undo", undoes });
  expect((await ask(deliveryId, form("nonsense"))).status).toBe(400);
  const response = await ask(deliveryId, form(undo!.reportId));
  expect([response.status, response.headers.get("Location")]).toEqual([303, `/courier/${here().token}?reported=${deliveryId}`]);
  expect(await pageOf(deliveryId)).toMatchObject({ state: "out_for_delivery", undo: null });
  expect((await ask(deliveryId, form(undo!.reportId))).headers.get("X-Problem")).toBe("nothing_to_undo");
  const [invoice] = await world.home.s.invoicesOfOrder((await world.home.s.delivery(late)).orderId);
  const input = { kind: "invoice", buyer: { idType: "cedula" }, totals: { lines: [] } } as unknown as NonNullable<typeof invoice>["input"];
  await world.home.s.updateDocument(invoice!.id, { state: "numbered", number: "001-001-000000001", input });
  expect((await pageOf(late)).undo).toBeNull();
  const refused = await ask(late, form(reports.get(late)!));
  expect([refused.status, refused.headers.get("X-Problem")]).toEqual([409, "undo_too_late"]);
});

test("a failed attempt is recorded and leads back to the list", async () => {
  const deliveryId = await anOutgoing();
  const { Cookie } = await enter();
  const response = await call(world.stop.action, {
    params: here({ id: deliveryId }),
    headers: { Cookie },
    body: report({ intent: "fail", reason: "nobody_home" }, null),
  });
  expect(response.status).toBe(303);
  expect((await world.home.s.delivery(deliveryId)).state).toBe("attempt_failed");
});

test.each<[string, Record<string, string>, number]>([
  ["another site's form", { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" }, 403],
  ["another origin, old browser", { Origin: "https://evil.example" }, 403],
  ["a neighbour's subdomain", { Origin: "http://evil.127.0.0.1", "Sec-Fetch-Site": "same-site" }, 403],
  ["our own page", { Origin: "http://127.0.0.1:9", "Sec-Fetch-Site": "same-origin" }, 303],
  ["our own page, old browser", { Origin: "http://127.0.0.1:9" }, 303],
])("%s", async (_, headers, status) => {
  const { deliveryId } = await world.home.aDelivery(number);
  const { Cookie } = await enter();
  expect(
    (
      await call(world.stop.action, {
        params: here({ id: deliveryId }),
        headers: { Cookie, ...headers },
        body: new URLSearchParams({ intent: "start" }),
      })
    ).status,
  ).toBe(status);
});

test("a shift is begun and ended by a form without a script; begun twice it is one", async () => {
  const { s, courierId } = world.home;
  const { Cookie } = await enter();
  const press = (fields: Record<string, string>) =>
    call(world.list.action, { params: here(), headers: { Cookie }, body: new URLSearchParams(fields) });
  expect((await press({ intent: "shift_start", sharesPosition: "yes" })).status).toBe(303);
  const begun = await s.shiftOn(courierId);
  await press({ intent: "shift_start" });
  expect(await s.shiftOn(courierId)).toEqual({ ...begun, sharesPosition: true });
  await press({ intent: "shift_end" });
  expect(await s.shiftOn(courierId)).toBeNull();
});

test("a posted form without a courier's cookie is a 404", async () => {
  const deliveryId = await anOutgoing();
  expect((await call(world.stop.action, { params: here({ id: deliveryId }), body: report({}) })).status).toBe(404);
});

test.each(["", "a.b", "nonsense"])("file link %j is a 404", async (token) => {
  const response = await call(world.files.loader, { params: { token } });
  expect([response.status, response.headers.get("Cache-Control")]).toEqual([404, "no-store"]);
});

test("a file link for what was never there, or of another shop, is a 404", async () => {
  const soon = new Date(Date.now() + 60_000);
  const link = (publicKey: string, kind: "photo" | "invoice-pdf") =>
    world.ports.links.fileUrl({ publicKey, kind, id: world.ports.ids.uuid() }, soon).split("/").at(-1)!;
  for (const token of [link(world.home.shop.publicKey, "photo"), link("nobody", "photo"), link(world.home.shop.publicKey, "invoice-pdf")])
    expect((await call(world.files.loader, { params: { token } })).status).toBe(404);
});

test("with guides the list offers to load, then waits; a stop says why it can't be started, and another page can't load", async () => {
  const { shop, s, courierId } = world.home;
  await s.updateShop({ guides: "on" });
  const { Cookie } = await enter();
  const { deliveryId } = await world.home.aDelivery(number);
  type List = { run: { loadable: number; isIncomplete: boolean; runs: { state: string; orders: string[] }[] } };
  const list = async () =>
    ((await (await call(world.list.loader, { params: here(), headers: { Cookie } })).json()) as { day: List }).day.run;
  const press = (headers: Record<string, string> = {}) =>
    call(world.list.action, { params: here(), headers: { Cookie, ...headers }, body: report({ intent: "load" }, null) });
  const stop = async () =>
    (await (await call(world.stop.loader, { params: here({ id: deliveryId }), headers: { Cookie } })).json()) as {
      stop: { hindrance: string | null };
    };
  expect([(await list()).isIncomplete, (await press()).headers.get("X-Problem")]).toEqual([true, "carrier_data_missing"]);
  const courier = (await s.couriers()).find(({ id }) => id === courierId)!;
  await s.saveCourier({ ...courier, legalName: "Luis Vega Mora", idType: "cedula", idNumber: "1712345675", plate: "PBX4821" });
  expect([(await press({ "Sec-Fetch-Site": "cross-site" })).status, (await stop()).stop.hindrance]).toEqual([403, "not_loaded"]);
  const pressed = await press();
  expect([pressed.status, pressed.headers.get("Location")]).toEqual([303, `/courier/${shop.publicKey}`]);
  const { loadable, runs } = await list();
  expect([loadable, runs.at(-1)!.state, (await stop()).stop.hindrance]).toEqual([0, "loading", "guide_awaited"]);
  expect(runs.at(-1)!.orders).toContain(`#${number}`);
  const started = await call(world.stop.action, {
    params: here({ id: deliveryId }),
    headers: { Cookie },
    body: report({ intent: "start" }, null),
  });
  expect([started.status, started.headers.get("X-Problem")]).toEqual([409, "guide_awaited"]);
  await s.updateShop({ guides: "off" });
  expect([(await stop()).stop.hindrance, (await list()).runs]).toEqual([null, []]);
});

test("a new telephone is asked for the PIN on a page of its own, and let in with it; the wrong one is told", async () => {
  const { shop, courierId } = world.home;
  const token = await world.home.tokenFor(courierId);
  const { setCourierPin } = await import("~/workflows");
  const whose = { shopId: shop.id, courierId, actor: "merchant:1" };
  await setCourierPin(world.ports, { ...whose, pin: "4711" });
  const asked = await call(world.layout.loader, { params: { token } });
  expect([asked.status, asked.headers.get("Set-Cookie"), await asked.json()]).toEqual([
    401,
    null,
    { locale: "es", refusal: "pin", pin: { timeZone: world.home.shop.timeZone, triesLeft: null, lockedUntil: null } },
  ]);
  const type = (pin: string, headers = {}) => call(world.layout.action, { params: { token }, headers, body: new URLSearchParams({ pin }) });
  const wrong = await type("1234");
  expect([wrong.status, ((await wrong.json()) as { pin: object }).pin]).toMatchObject([401, { triesLeft: 4, lockedUntil: null }]);
  expect((await type("4711", { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
  const right = await type("4711");
  expect([right.status, right.headers.get("Location")]).toEqual([302, `/courier/${shop.publicKey}`]);
  for (let n = 0; n < 4; n++) expect((await type("0000")).status).toBe(401);
  expect([(await type("0000")).status, (await type("4711")).status]).toEqual([429, 429]);
  await setCourierPin(world.ports, { ...whose, pin: null });
});

test("a telephone that the merchant has ended is asked for its link again, and its photos wait with it", async () => {
  const { put, photoAt, head } = await aDelivered(photo);
  const { shop, courierId, s } = world.home;
  const { endDevice } = await import("~/workflows");
  const [device] = await s.devices(courierId);
  await endDevice(world.ports, { shopId: shop.id, courierId, actor: "merchant:1", deviceId: device!.id });
  expect(await put(0)).toEqual([404, 0, "link_ended"]);
  expect((await call(world.list.loader, { params: here(), headers: photoAt.headers })).headers.get("X-Problem")).toBe("link_ended");
  const { Cookie } = await enter();
  photoAt.headers.Cookie = Cookie;
  expect([await head(), await put(0)]).toEqual([
    [200, 0, null],
    [204, photo.length, null],
  ]);
});

test("the home screen's app begins with the courier's own link, and only their session is told", async () => {
  const { token, Cookie } = await enter();
  const manifest = await call(world.manifest.loader, { params: here(), headers: { Cookie } });
  expect([manifest.headers.get("Cache-Control"), manifest.headers.get("Content-Type")]).toEqual([
    "no-store",
    "application/manifest+json; charset=utf-8",
  ]);
  expect(await manifest.json()).toMatchObject({
    ...{ name: "Entregas de Tienda Demo", start_url: `/courier/${token}`, scope: "/courier/", display: "standalone", lang: "es" },
  });
  expect((await call(world.manifest.loader, { params: here() })).status).toBe(404);
});

const PIECE = 64 * 1024;
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
/** As a phone's canvas makes it: three pieces of noise. */
const largePhoto = async () => {
  const raw = Buffer.from(Array.from({ length: 420 * 420 * 3 }, (_, i) => (i * 7919 + number) % 251));
  const jpeg = await sharp(raw, { raw: { width: 420, height: 420, channels: 3 } })
    .jpeg({ quality: 95 })
    .toBuffer();
  expect(Math.ceil(jpeg.length / PIECE)).toBeGreaterThan(2);
  return new Uint8Array(jpeg);
};

/** Delivered by an event that named a photo whose bytes are still on the telephone. */
async function aDelivered(bytes: Uint8Array, { sha256 = hashOf(bytes), financialStatus = "PENDING", role = "photo" as ShotRole } = {}) {
  const { s, shop, courierId } = world.home;
  await s.updateShop({ invoiceTriggers: { cash_on_delivery: "on_delivery" } });
  const { deliveryId, orderId } = await world.home.aDelivery(number, { financialStatus });
  await s.updateDelivery(deliveryId, { state: "out_for_delivery", startedAt: new Date() });
  const [attemptId, shotId] = [world.ports.ids.uuid(), world.ports.ids.uuid()];
  const moment = { happenedAt: new Date(), receivedAt: new Date(), latitude: null, longitude: null, accuracyMetres: null };
  await world.ports.store.change(shop.id, async (change) => {
    await change.insertAttempt({
      ...{ id: attemptId, deliveryId, courierId, outcome: "delivered", reason: null, note: null, receivedBy: "Ana", ...moment },
    });
    await change.insertShots([
      aShotRecord({ id: shotId, deliveryId, attemptId, courierId, sha256, role, bytes: bytes.length, receivedBytes: 0, receivedAt: null }),
    ]);
    const said = { at: new Date(), actor: "courier:Luis", proof: "awaited", reason: { code: "photo_confirmed" } } as const;
    await handedOver(world.ports, change, await change.delivery(deliveryId), said);
  });
  const { Cookie } = await enter();
  const photoAt = { params: here({ id: shotId }), headers: { Cookie } };
  const told = (response: Response) => [response.status, Number(response.headers.get("Upload-Offset")), response.headers.get("X-Problem")];
  const put = async (offset: number, piece = bytes.slice(offset, offset + PIECE)) =>
    told(
      await call(world.photo.action, {
        ...{ ...photoAt, method: "PUT", body: piece },
        headers: { ...photoAt.headers, "Upload-Offset": String(offset) },
      }),
    );
  const head = async () => told(await call(world.photo.loader, { ...photoAt, method: "HEAD" }));
  const invoices = async () => (await s.invoicesOfOrder(orderId)).length;
  return { deliveryId, orderId, shotId, photoAt, put, head, invoices };
}

test("a photo comes in pieces, goes on where it broke off, and proves its delivery once", async () => {
  const bytes = await largePhoto();
  const { deliveryId, shotId, put, head, invoices } = await aDelivered(bytes);
  const whole = bytes.length;
  expect(await head()).toEqual([200, 0, null]);
  expect(await put(0)).toEqual([204, PIECE, null]);
  expect(await put(0)).toEqual([409, PIECE, null]);
  expect(await put(2 * PIECE)).toEqual([409, PIECE, null]);
  expect(await head()).toEqual([200, PIECE, null]);
  for (let at = PIECE; at + PIECE < whole; at += PIECE) expect(await put(at)).toEqual([204, at + PIECE, null]);
  expect([(await world.home.s.delivery(deliveryId)).provenAt, await invoices()]).toEqual([null, 0]);
  const last = whole - (whole % PIECE || PIECE);
  const twice = await Promise.all([put(last), put(last)]);
  expect(twice).toEqual([
    [204, whole, null],
    [204, whole, null],
  ]);
  expect([await put(last), await head()]).toEqual([
    [204, whole, null],
    [200, whole, null],
  ]);
  const shot = (await world.home.s.shot(shotId))!;
  expect([shot.storedSha256, await world.home.s.shotParts(shotId)]).toEqual([hashOf(bytes), []]);
  expect(Buffer.from((await world.ports.files.get(shot.key!))!).equals(Buffer.from(bytes))).toBe(true);
  expect([(await world.home.s.delivery(deliveryId)).provenAt, await invoices()]).toEqual([expect.any(Date), 1]);
});

test("a signature comes like a photo, stands apart from them and releases nothing", async () => {
  const { deliveryId, shotId, put, invoices } = await aDelivered(photo, { role: "signature" });
  expect(await put(0)).toEqual([204, photo.length, null]);
  expect(await world.home.s.shot(shotId)).toMatchObject({ role: "signature", receivedAt: expect.any(Date) as Date });
  expect([(await world.home.s.delivery(deliveryId)).provenAt, await invoices()]).toEqual([null, 0]);
});

test("the first photo releases capture and invoice, the second nothing more; who said before that none will come did so", async () => {
  const { deliveryId, put, invoices, orderId } = await aDelivered(photo);
  const { shop, s } = world.home;
  const { proveByWord } = await import("~/workflows");
  const said = { shopId: shop.id, deliveryId, reason: "el teléfono se perdió", actor: "merchant:1" };
  await proveByWord(world.ports, said);
  expect(await invoices()).toBe(1);
  expect(await put(0)).toEqual([204, photo.length, null]);
  expect(await invoices()).toBe(1);
  const reasons = (await s.eventsOfOrder(orderId)).map(({ reason }) => reason?.code);
  expect(reasons.filter((code) => code === "proven_by_word")).toHaveLength(1);
  await expect(proveByWord(world.ports, said)).rejects.toThrow("photo_not_awaited");
});

test("bytes other than those that were named are asked for twice more; then the desk sees it, and nothing is proven", async () => {
  const { deliveryId, shotId, put, head } = await aDelivered(photo, { sha256: "f".repeat(64) });
  expect(await put(0)).toEqual([409, 0, "photo_hash"]);
  expect(await head()).toEqual([200, 0, "photo_hash"]);
  expect(await put(0)).toEqual([409, 0, "photo_hash"]);
  expect(await put(0)).toEqual([422, 0, "photo_hash"]);
  expect([await put(0), await head()]).toEqual([
    [422, 0, "photo_hash"],
    [422, 0, "photo_hash"],
  ]);
  expect(await world.home.s.delivery(deliveryId)).toMatchObject({ provenAt: null, attention: { code: "photo_refused" } });
  expect((await world.home.s.shot(shotId))!.key).toBeNull();
});

test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
  ["no picture", () => new Uint8Array(Buffer.from("hello")), "photo_unreadable format"],
  ["a picture that breaks off", async () => (await largePhoto()).slice(0, PIECE - 1), "photo_unreadable damaged"],
])("%s with the right hash is refused for good and proves nothing", async (_, made, problem) => {
  const { deliveryId, put } = await aDelivered(await made());
  expect(await put(0)).toEqual([422, 0, problem]);
  expect((await world.home.s.delivery(deliveryId)).provenAt).toBeNull();
});

test("of a buyer who was forgotten meanwhile no photo is taken any more, and what came of one is gone", async () => {
  const bytes = await largePhoto();
  const { shotId, put, head } = await aDelivered(bytes);
  expect(await put(0)).toEqual([204, PIECE, null]);
  expect(await world.home.s.redactOrder(`gid://shopify/Order/${number}`)).toBe(true);
  expect([await put(PIECE), await head(), await world.home.s.shotParts(shotId)]).toEqual([
    [410, 0, "photo_not_wanted"],
    [410, 0, "photo_not_wanted"],
    [],
  ]);
});

test("a photo that nobody named, another courier's, and what is no piece are refused, and tell nothing", async () => {
  const { put, photoAt, head } = await aDelivered(photo);
  const theirs = await enter(world.home.otherId);
  const as = async (change: Call) => {
    const response = await call(world.photo.action, { ...photoAt, method: "PUT", body: photo, ...change });
    return [response.status, response.headers.get("X-Problem")];
  };
  const headers = { ...photoAt.headers, "Upload-Offset": "0" };
  expect(await as({ headers: { ...headers, Cookie: theirs.Cookie } })).toEqual([404, "photo_unknown"]);
  expect(await as({ headers, params: here({ id: world.ports.ids.uuid() }) })).toEqual([404, "photo_unknown"]);
  expect(await as({ headers, params: here({ id: "1 or 1=1" }) })).toEqual([404, "photo_unknown"]);
  expect(await as({ headers: photoAt.headers })).toEqual([400, "form_unreadable"]);
  expect(await as({ headers: { ...headers, "Upload-Offset": "-1" } })).toEqual([400, "form_unreadable"]);
  expect(await as({ headers, body: new Uint8Array(PIECE + 1) })).toEqual([413, "photo_too_large bytes"]);
  expect(await as({ headers: { ...headers, "Sec-Fetch-Site": "cross-site" } })).toEqual([403, "foreign_origin"]);
  expect(await as({ headers: { "Upload-Offset": "0" } })).toEqual([404, "session_missing"]);
  expect((await as({ headers, method: "POST" }))[0]).toBe(405);
  expect(await put(0, photo.slice(0, photo.length - 1).subarray(0, 0))).toEqual([409, 0, null]);
  expect(await put(0, new Uint8Array([...photo, 1]))).toEqual([409, 0, null]);
  expect(await head()).toEqual([200, 0, null]);
});
