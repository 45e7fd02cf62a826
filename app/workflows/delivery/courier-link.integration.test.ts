import { beforeAll, beforeEach, expect, test } from "vitest";
import { letters } from "~/adapters/mail/letters";
import { linksFor } from "~/adapters/links/links";
import { PermanentFailure } from "~/ports/failures";
import type { Mail } from "~/ports/mail";
import { courierWorld, type CourierWorld } from "~/testing/courier-world";
import { freshDatabase } from "../../../tests/support/database";
import { mailCourierLink, sendCourierLink } from "./send-courier-link";
import { endDevice, setCourierPin } from "~/workflows/settings/courier-access";
import { signInPhone, exchangeOldSession } from "~/workflows/courier/sign-in";
import { openCourierLink, openCourierSession } from "./open-courier-link";

let world: CourierWorld;
let home: Awaited<ReturnType<CourierWorld["aShop"]>>;
let token: string;
beforeAll(async () => {
  await freshDatabase();
  world = await courierWorld();
  home = await world.aShop("demo.myshopify.com");
});
beforeEach(async () => {
  world.setNow("2026-11-23T15:00:00Z");
  token = await home.tokenFor(home.courierId);
});

const open = (text: string) => openCourierLink(world.ports, { token: text });
const signIn = async (text = token, more: { session?: string; pin?: string } = {}) =>
  signInPhone(world.ports, { token: text, deviceName: "Android · Chrome", session: null, pin: null, ...more });
const sessionFor = async (text = token, more: { session?: string; pin?: string } = {}) => {
  const signed = await signIn(text, more);
  if (signed?.kind !== "in") throw new Error("not signed in");
  return signed.session;
};
const resume = (session: string, publicKey = home.shop.publicKey) => openCourierSession(world.ports, { session, publicKey });

test("a courier's link opens their shop and gives a session that opens it too", async () => {
  const opened = await open(token);
  expect(opened).toMatchObject({ shop: { id: home.shop.id }, courier: { name: "Luis Vega" } });
  const session = await sessionFor();
  expect(await resume(session)).toMatchObject({
    ...{ courier: { id: home.courierId }, linkId: opened!.linkId, device: { name: "Android · Chrome" } },
  });
  expect(Buffer.from(session.split(".")[0]!, "base64url").toString()).not.toContain(token.split(".")[1]);
});

test("only a hash of the secret is stored", async () => {
  const link = (await home.s.links("courier", home.courierId)).find(({ revokedAt }) => !revokedAt);
  expect(link!.secretHash).toBe(world.ports.links.hash(token.split(".")[1]!));
  expect(JSON.stringify(link)).not.toContain(token.split(".")[1]);
  expect(world.ports.links.tokenOf(home.shop, link!.id)).toBe(token);
});

test("a renewed link ends the old one and its sessions at once", async () => {
  const session = await sessionFor();
  const next = await home.tokenFor(home.courierId);
  expect([await open(token), await resume(session)]).toEqual([null, null]);
  expect(await open(next)).not.toBeNull();
});

test("after 90 days the link and its sessions are over", async () => {
  const session = await sessionFor();
  world.setNow("2027-02-21T14:59:59Z");
  expect(await open(token)).not.toBeNull();
  world.setNow("2027-02-21T15:00:00Z");
  expect([await open(token), await resume(session)]).toEqual([null, null]);
});

test("an inactive courier is locked out, and let in again", async () => {
  const session = await sessionFor();
  const courier = (await home.s.couriers()).find(({ id }) => id === home.courierId)!;
  await home.s.saveCourier({ ...courier, active: false });
  expect([await open(token), await resume(session)]).toEqual([null, null]);
  await home.s.saveCourier({ ...courier, active: true });
  expect(await open(token)).not.toBeNull();
});

test("a shop that uninstalled the app has no couriers' pages", async () => {
  const gone = await world.aShop("gone.myshopify.com");
  const its = await gone.tokenFor(gone.courierId);
  await gone.s.updateShop({ uninstalledAt: world.ports.clock.now() });
  expect(await open(its)).toBeNull();
});

test("another shop's key, another secret and rubbish open nothing", async () => {
  const other = await world.aShop("other.myshopify.com");
  const [publicKey, secret] = token.split(".");
  const wrong = [
    `${other.shop.publicKey}.${secret}`,
    `${publicKey}.${"A".repeat(43)}`,
    publicKey!,
    `${token}.more`,
    "",
    ".",
    "'; drop table--",
    `${publicKey}.${secret}x`,
  ];
  for (const text of wrong) expect({ text, opened: await open(text) }).toEqual({ text, opened: null });
});

test("a forged, foreign or shortened session opens nothing", async () => {
  const session = await sessionFor();
  const other = await world.aShop("other.myshopify.com");
  expect([await resume(session, other.shop.publicKey), await resume(session.slice(0, -1)), await resume("x.y"), await resume("")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("each courier's link opens their own page", async () => {
  const made = await home.tokenFor(home.otherId);
  expect((await open(made))!.courier.name).toBe("Eva Mora");
});

test("the link is mailed in the courier's language with its QR, and is the one already in force", async () => {
  const mails: Mail[] = [];
  const ports = { ...world.ports, letters, mail: { send: async (mail: Mail) => void mails.push(mail) } };
  await sendCourierLink(ports, { shopId: home.shop.id, courierId: home.courierId, actor: "merchant:test" });
  expect(world.sent.at(-1)).toEqual({ name: "send-courier-link", data: { shopId: home.shop.id, courierId: home.courierId } });
  await mailCourierLink(ports, { shopId: home.shop.id, courierId: home.courierId });
  expect(mails).toMatchObject([{ to: "luis@example.com", subject: "Tu enlace de entregas de Tienda Demo" }]);
  expect(mails[0]!.text).toContain(world.ports.links.courierUrl(token));
  expect(Buffer.from(mails[0]!.attachments![0]!.content).subarray(1, 4).toString()).toBe("PNG");
  expect(await open(token)).not.toBeNull();
});

test("a courier without a link gets a first one by mail; one without an address gets nothing", async () => {
  const mails: Mail[] = [];
  const ports = { ...world.ports, letters, mail: { send: async (mail: Mail) => void mails.push(mail) } };
  const fresh = await world.aShop("fresh.myshopify.com");
  await mailCourierLink(ports, { shopId: fresh.shop.id, courierId: fresh.courierId });
  await mailCourierLink(ports, { shopId: fresh.shop.id, courierId: fresh.otherId });
  expect(mails).toHaveLength(1);
  expect(await open(/\/courier\/(\S+)/.exec(mails[0]!.text)![1]!)).toMatchObject({ courier: { id: fresh.courierId } });
});

test("a refused mail stands with the courier until one goes through", async () => {
  const send = { ok: async () => undefined, no: () => Promise.reject(new PermanentFailure("mail_refused", { reason: "550" })) };
  const ports = (kind: keyof typeof send) => ({ ...world.ports, letters, mail: { send: send[kind] } });
  const shown = async () => {
    const { forShop } = await import("~/db.server");
    const { postgresScreens } = await import("~/adapters/postgres/screens/screens");
    const loads = await postgresScreens(forShop).courierLoads(home.shop.id, world.ports.clock.now(), home.shop.timeZone);
    return loads.map(({ courierId, mailProblem }) => [courierId === home.courierId, mailProblem]).sort();
  };
  const refused = { code: "courier_mail_refused", params: { reason: "550" } };
  const whose = { shopId: home.shop.id, courierId: home.courierId };
  await expect(mailCourierLink(ports("no"), whose)).rejects.toMatchObject({ code: "mail_refused" });
  expect(await shown()).toEqual([
    [false, null],
    [true, refused],
  ]);
  await mailCourierLink(ports("ok"), whose);
  expect(await shown()).toEqual([
    [false, null],
    [true, null],
  ]);
});

test("after the signing key changed, the old link works on and the mail brings a new one", async () => {
  const mails: Mail[] = [];
  const rotated = linksFor("http://127.0.0.1:9", [
    { id: "n", key: Buffer.alloc(32, 9) },
    { id: "t", key: Buffer.alloc(32, 3) },
  ]);
  const ports = { ...world.ports, links: rotated, letters, mail: { send: async (mail: Mail) => void mails.push(mail) } };
  expect(await openCourierLink(ports, { token })).not.toBeNull();
  await mailCourierLink(ports, { shopId: home.shop.id, courierId: home.courierId });
  expect(mails[0]!.text).not.toContain(token);
  expect(await openCourierLink(ports, { token: /\/courier\/(\S+)/.exec(mails[0]!.text)![1]! })).not.toBeNull();
});

const devices = () => home.s.devices(home.courierId);

test("a telephone is one however often it opens the link, and stays one under the next; another is another", async () => {
  const before = (await devices()).length;
  const session = await sessionFor();
  expect(await sessionFor(token, { session })).toBe(session);
  expect(await devices()).toHaveLength(before + 1);
  const next = await home.tokenFor(home.courierId);
  expect(await resume(session)).toBeNull();
  expect(await sessionFor(next, { session })).toBe(session);
  expect([(await resume(session))!.courier.id, (await devices()).length]).toEqual([home.courierId, before + 1]);
  await sessionFor(next);
  expect(await devices()).toHaveLength(before + 2);
  const theirs = await home.tokenFor(home.otherId);
  expect(await sessionFor(theirs, { session })).not.toBe(session);
});

test("an ended telephone is out at once, others stay, and the link lets it in as a new one", async () => {
  const [session, other] = [await sessionFor(), await sessionFor()];
  const { device } = (await resume(session))!;
  const whose = { shopId: home.shop.id, courierId: home.courierId, actor: "merchant:1" };
  await endDevice(world.ports, { ...whose, deviceId: world.ports.ids.uuid() });
  expect(await resume(session)).not.toBeNull();
  await endDevice(world.ports, { ...whose, deviceId: device!.id });
  await endDevice(world.ports, { ...whose, deviceId: device!.id });
  expect([await resume(session), (await resume(other))!.device!.id === device!.id]).toEqual([null, false]);
  expect((await devices()).find(({ id }) => id === device!.id)).toMatchObject({ endedBy: "merchant:1" });
  const again = await sessionFor(token, { session });
  expect((await resume(again))!.device!.id).not.toBe(device!.id);
});

test("a session of before telephones had their own works on, and is exchanged for one once", async () => {
  const publicKey = home.shop.publicKey;
  const old = world.ports.links.sessionOf({ publicKey, secretHash: world.ports.links.hash(token.split(".")[1]!) });
  expect(await resume(old)).toMatchObject({ courier: { id: home.courierId }, device: null });
  const exchanged = (await exchangeOldSession(world.ports, { session: old, publicKey, deviceName: "iPhone · Safari" }))!;
  expect((await resume(exchanged.session))!.device).toMatchObject({ name: "iPhone · Safari" });
  expect(await exchangeOldSession(world.ports, { session: exchanged.session, publicKey, deviceName: "" })).toBeNull();
  await home.tokenFor(home.courierId);
  expect(await exchangeOldSession(world.ports, { session: old, publicKey, deviceName: "" })).toBeNull();
});

test("that a telephone was seen is written down once a minute", async () => {
  const session = await sessionFor();
  const { device } = (await resume(session))!;
  const seen = async () => (await devices()).find(({ id }) => id === device!.id)!.lastSeenAt.toISOString();
  world.setNow("2026-11-23T15:00:59Z");
  await resume(session);
  expect(await seen()).toBe("2026-11-23T15:00:00.000Z");
  world.setNow("2026-11-23T15:01:00Z");
  await resume(session);
  expect(await seen()).toBe("2026-11-23T15:01:00.000Z");
});

test("a courier with a PIN is asked for it on each new telephone; five wrong ones lock the link, whatever is typed then", async () => {
  const known = await sessionFor();
  const whose = { shopId: home.shop.id, courierId: home.courierId, actor: "merchant:1" };
  await expect(setCourierPin(world.ports, { ...whose, pin: "12" })).rejects.toMatchObject({ code: "pin_invalid" });
  await setCourierPin(world.ports, { ...whose, pin: "4711" });
  expect(await sessionFor(token, { session: known })).toBe(known);
  expect(await signIn()).toMatchObject({ kind: "pin", locale: "es", triesLeft: null, lockedUntil: null });
  expect(await signIn(token, { pin: "4712" })).toMatchObject({ kind: "pin", triesLeft: 4 });
  expect(await signIn(token, { pin: "4711" })).toMatchObject({ kind: "in" });
  const wrong = await Promise.all(Array.from({ length: 7 }, () => signIn(token, { pin: "0000" })));
  const until = new Date("2026-11-23T15:15:00Z");
  expect(wrong.filter((said) => said?.kind === "pin" && said.lockedUntil?.getTime() === until.getTime())).toHaveLength(3);
  expect(await signIn(token, { pin: "4711" })).toMatchObject({ kind: "pin", lockedUntil: until });
  expect(await signIn()).toMatchObject({ kind: "pin", lockedUntil: until });
  world.setNow("2026-11-23T15:15:00Z");
  expect(await signIn(token, { pin: "4711" })).toMatchObject({ kind: "in" });
  await setCourierPin(world.ports, { ...whose, pin: null });
  expect(await signIn()).toMatchObject({ kind: "in" });
});
