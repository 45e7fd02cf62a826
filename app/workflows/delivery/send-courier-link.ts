import QRCode from "qrcode";
import { PermanentFailure } from "~/ports/failures";
import type { Mail } from "~/ports/mail";
import type { Ports } from "~/ports/ports";
import type { AccessLink } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { newLink } from "./renew-courier-link";

type Input = { shopId: string; courierId: string };
type Needs = Pick<Ports, "store" | "links" | "ids" | "clock" | "mail" | "letters">;

/** The merchant's click: the mail itself is a job. */
export async function sendCourierLink(
  { store }: Pick<Ports, "store">,
  { shopId, courierId, actor }: Input & { actor: string },
): Promise<void> {
  await store.change(shopId, async (s) => {
    await s.record({ actor, type: "courier_link", reason: { code: "link_requested" } });
    await s.enqueue("send-courier-link", { shopId, courierId });
  });
}

/** Mails the courier the link they have, or a first one; nothing to do for a courier without address or out of service. Throws PermanentFailure mail_refused. */
export async function mailCourierLink(ports: Needs, { shopId, courierId }: Input): Promise<void> {
  const { store, links, ids, mail, letters } = ports;
  const s = store.of(shopId);
  const courier = (await s.couriers()).find(({ id }) => id === courierId);
  if (!courier?.email || !courier.active) return;
  const shop = await s.shop();
  const link =
    (await showable(s, ports, shop, courierId)) ??
    (await store.change(shopId, (change) => newLink(change, ports, { shopId, courierId, actor: "system" })));
  const url = links.courierUrl(links.tokenOf(shop, link.id));
  const qrPng = new Uint8Array(await QRCode.toBuffer(url, { errorCorrectionLevel: "M", width: 480, margin: 2 }));
  const messageId = `<courier-link-${ids.uuid()}@${shop.domain}>`;
  await sendOrNote(
    s,
    mail,
    courierId,
    letters.courierLink({
      to: courier.email,
      locale: courier.locale,
      shop,
      courier: courier.name,
      url,
      expiresAt: link.expiresAt,
      qrPng,
      messageId,
    }),
  );
  await s.record({ actor: "system", type: "courier_link", reason: { code: "link_mailed", params: { courier: courier.name } } });
}

/** A refused mail stands on the courier's page until one goes through. */
export async function sendOrNote(s: ShopStore, mail: Ports["mail"], courierId: string, letter: Mail): Promise<void> {
  try {
    await mail.send(letter);
  } catch (error) {
    if (error instanceof PermanentFailure) await s.noteCourierMail(courierId, { code: "courier_mail_refused", params: error.params });
    throw error;
  }
  await s.noteCourierMail(courierId, null);
}

type Shown = Pick<AccessLink, "id" | "expiresAt">;

/** A link in force whose secret still follows from our key: after the signing key changed it works on, but can't be shown again. */
async function showable(
  s: ShopStore,
  { links, clock }: Pick<Needs, "links" | "clock">,
  shop: { publicKey: string },
  courierId: string,
): Promise<Shown | null> {
  const [now, all] = [clock.now(), await s.links("courier", courierId)];
  const secretOf = (id: string) => links.tokenOf(shop, id).split(".")[1] ?? "";
  return (
    all.find(({ id, revokedAt, expiresAt, secretHash }) => !revokedAt && expiresAt > now && links.hash(secretOf(id)) === secretHash) ?? null
  );
}
