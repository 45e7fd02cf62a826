import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import { isHeldBy } from "~/workflows/document/certificate-holder";
import { resumeWaiting } from "~/workflows/document/resume-waiting";

export type UploadCertificate = { shopId: string; actor: string; p12: Uint8Array; password: string };
type Needs = Pick<Ports, "store" | "countries" | "vault" | "ids" | "clock">;

/**
 * Opens the merchant's .p12 once, keeps its key sealed and forgets the password. What waited for a certificate goes on.
 * PermanentFailure issuer_missing, certificate_other_taxpayer, or what the country says of the file; nothing is stored then.
 */
export async function uploadCertificate(
  { store, countries, vault, ids, clock }: Needs,
  { shopId, actor, p12, password }: UploadCertificate,
): Promise<void> {
  const issuer = await store.of(shopId).issuer();
  if (!issuer) throw new PermanentFailure("issuer_missing");
  const now = clock.now();
  const opened = countries(issuer.country).openCertificate(p12, password, now.toISOString());
  if (!opened.ok) throw new PermanentFailure(opened.problem.code, opened.problem.params);
  const { signer, info, chain } = opened.value;
  if (!isHeldBy(issuer, info)) throw new PermanentFailure("certificate_other_taxpayer", { taxId: info.taxId ?? "", issuer: issuer.taxId });
  const keyEncrypted = vault.seal(signer.privateKey.export({ type: "pkcs8", format: "der" }));
  await store.change(shopId, async (s) => {
    await s.lock("issuer");
    await s.saveCertificate({
      id: ids.uuid(),
      issuerId: issuer.id,
      keyEncrypted,
      certificateDer: signer.certificateDer,
      subject: info.subject,
      issuedBy: info.issuer,
      chain,
      serial: info.serial,
      taxId: info.taxId,
      notBefore: new Date(info.notBefore),
      notAfter: new Date(info.notAfter),
      uploadedAt: now,
    });
    await s.record({
      actor,
      type: "certificate",
      from: null,
      to: "uploaded",
      reason: { code: "certificate_uploaded", params: { until: info.notAfter.slice(0, 10) } },
    });
    await resumeWaiting(s, ["certificate_missing", "certificate_expired", "certificate_other_taxpayer"]);
  });
}
