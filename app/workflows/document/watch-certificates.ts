import { daysLeft, warningDue } from "~/domain/certificate/expiry";
import type { Ports } from "~/ports/ports";
import type { Shop } from "~/ports/records";

type Needs = Pick<Ports, "store" | "clock" | "mail" | "letters" | "log">;

/** Every day: whose certificate runs out soon is told by mail, once at each step. One shop's trouble is not another's. */
export async function watchCertificates(ports: Needs): Promise<void> {
  for (const shop of await ports.store.installedShops()) {
    try {
      await watchShop(ports, shop);
    } catch (error) {
      ports.log.warn("certificate_watch.failed", { shop: shop.domain, error: String(error) });
    }
  }
}

async function watchShop({ store, clock, mail, letters }: Needs, shop: Shop): Promise<void> {
  const s = store.of(shop.id);
  const issuer = await s.issuer();
  const certificate = issuer && (await s.activeCertificate(issuer.id));
  if (!certificate) return;
  const { id, notAfter, warnedDays } = certificate;
  const due = warningDue(notAfter, clock.now());
  if (due === null || (warnedDays !== null && warnedDays <= due)) return;
  const days = daysLeft(notAfter, clock.now());
  // The message's id is the step's: sent twice after a crash, it is one message.
  const messageId = `<certificate-${id}-${due}@${shop.domain}>`;
  if (shop.email) await mail.send(letters.certificateExpiring({ to: shop.email, locale: shop.locale, shop, days, notAfter, messageId }));
  await store.change(shop.id, async (change) => {
    await change.markCertificateWarned(id, due);
    await change.record({
      actor: "system",
      type: "certificate",
      from: null,
      to: "expiring",
      reason: { code: "certificate_expiring", params: { days, date: notAfter.toISOString().slice(0, 10) } },
    });
  });
}
