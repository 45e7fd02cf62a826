import type { CountryPack } from "~/countries/pack";
import type { DocumentRecord } from "~/ports/document-records";
import { isHeldBy } from "./certificate-holder";
import { advance, hold, type IssueNeeds } from "./document-step";

/** Builds it and signs it, with a certificate of its own taxpayer. */
export async function signDocument(ports: IssueNeeds, pack: CountryPack, shopId: string, document: DocumentRecord): Promise<void> {
  const certificate = await ports.store.of(shopId).activeCertificate(document.input!.issuer.id);
  if (!certificate) return hold(ports, shopId, document, { code: "certificate_missing" }, true);
  const { issuer } = document.input!;
  if (!isHeldBy(issuer, certificate)) {
    const params = { taxId: certificate.taxId ?? "", issuer: issuer.taxId };
    return hold(ports, shopId, document, { code: "certificate_other_taxpayer", params }, true);
  }
  const built = pack.build(document.input!);
  if (!built.ok) return hold(ports, shopId, document, built.problem, true);
  const signedAt = ports.clock.now();
  const { xml } = pack.sign(built.value, ports.signer(certificate), signedAt.toISOString());
  await advance(ports, shopId, document, "signed", { signedXml: xml, signedAt });
}
