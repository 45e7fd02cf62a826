import { createTransport } from "nodemailer";
import { countryPack } from "~/countries";
import type { CertificateInfo, Signer } from "~/countries/pack";
import type { IssuerRecord } from "~/ports/document-records";
import { Explained } from "../../progress.mjs";
import type { Finding, Probe, World } from "../probe.ts";

const SERVICES = { RecepcionComprobantesOffline: "validarComprobante", AutorizacionComprobantesOffline: "autorizacionComprobante" };

/** Opens the file as the app does on upload, and keeps it as the issuer's certificate when the app has none yet. */
async function openedFile({ ports, shop, p12 }: World, issuer: IssuerRecord): Promise<{ info: CertificateInfo; notes: string[] } | null> {
  if (!p12) return null;
  const opened = countryPack("EC").openCertificate(p12.file, p12.password, ports.clock.now().toISOString());
  if (!opened.ok) throw new Explained(`the .p12 is refused: ${opened.problem.code}`);
  const { signer, info, chain } = opened.value;
  const s = ports.store.of(shop.id);
  if (await s.activeCertificate(issuer.id))
    return { info, notes: ["the app has a certificate already; the file was opened and checked only"] };
  await s.saveCertificate({ ...recordOf({ ports }, issuer, signer, info), chain });
  return { info, notes: ["the app had no certificate: this one is now the issuer's (settings → issuer shows it)"] };
}

const recordOf = ({ ports }: Pick<World, "ports">, issuer: IssuerRecord, signer: Signer, info: CertificateInfo) => ({
  ...{
    id: ports.ids.uuid(),
    issuerId: issuer.id,
    certificateDer: signer.certificateDer,
    taxId: info.taxId,
    serial: info.serial,
    uploadedAt: ports.clock.now(),
  },
  keyEncrypted: ports.vault.seal(signer.privateKey.export({ format: "der", type: "pkcs8" })),
  ...{ subject: info.subject, issuedBy: info.issuer, notBefore: new Date(info.notBefore), notAfter: new Date(info.notAfter) },
});

async function issuerOf(world: World): Promise<IssuerRecord> {
  const issuer = await world.ports.store.of(world.shop.id).issuer();
  if (!issuer) throw new Explained("the shop has no issuer: open the app, Settings → issuer, and fill it in (environment: test)");
  world.hide(issuer.taxId, issuer.taxId.slice(0, 10), issuer.legalName, issuer.tradeName, issuer.mainAddress, issuer.establishmentAddress);
  if (issuer.environment !== "test")
    throw new Explained("the issuer is set to SRI's production environment: first contact speaks to the test environment only");
  return issuer;
}

export const certificate: Probe = {
  name: "before/certificate",
  what: "the issuer is complete, the .p12 opens, its RUC is the issuer's, it is valid",
  mend: "app/countries/shared/open-p12.ts, app/countries/ec/certificate-tax-id.ts",
  async run(world) {
    const issuer = await issuerOf(world);
    const file = await openedFile(world, issuer);
    const active = await world.ports.store.of(world.shop.id).activeCertificate(issuer.id);
    const info =
      file?.info ??
      (active && {
        ...active,
        issuer: active.issuedBy,
        notBefore: active.notBefore.toISOString(),
        notAfter: active.notAfter.toISOString(),
      });
    if (!info) throw new Explained("the issuer has no certificate: upload it in the app's settings, or give it by --p12 FILE");
    world.hide(info.subject, info.issuer, info.serial, info.taxId, ...info.subject.split(/[,=]/));
    const findings: Finding[] = [];
    const expected = "the RUC of the issuer";
    if (info.taxId === null) findings.push({ expected, seen: "no RUC found in the certificate", severity: "unknown" });
    else if (info.taxId !== issuer.taxId)
      findings.push({ expected, seen: "another RUC", severity: "blocks", mend: "the issuer's settings, or the certificate" });
    const daysLeft = Math.floor((Date.parse(info.notAfter) - world.ports.clock.now().getTime()) / 86_400_000);
    if (daysLeft < 0) findings.push({ expected: "valid today", seen: "expired", severity: "blocks", mend: "a new certificate" });
    return {
      facts: [{ certificate: { taxId: info.taxId } }],
      findings,
      measures: { "days until it expires": daysLeft },
      notes: file?.notes ?? [],
    };
  },
};

const skew = (headers: Headers): number => Math.round((Date.parse(headers.get("date") ?? "") - Date.now()) / 1000);

export const clock: Probe = {
  name: "before/clock",
  what: "this machine's clock against Shopify's and the authority's",
  mend: "the machine's clock (NTP)",
  async run({ wire, authorityUrl }) {
    const shopify = skew((await wire.raw("Shop")).headers);
    const authority = skew((await fetch(authorityUrl, { method: "HEAD", signal: AbortSignal.timeout(20_000) })).headers);
    const findings = Object.entries({ Shopify: shopify, SRI: authority }).flatMap(([who, seconds]): Finding[] => {
      if (Number.isNaN(seconds)) return [{ expected: `${who} tells the time`, seen: "no Date header", severity: "cosmetic" }];
      if (Math.abs(seconds) <= 5) return [];
      return [{ expected: `within 5 s of ${who}`, seen: `${seconds} s off`, severity: Math.abs(seconds) > 60 ? "blocks" : "unknown" }];
    });
    const measures = Object.fromEntries(
      Object.entries({ "Shopify ahead (s)": shopify, "SRI ahead (s)": authority }).filter(([, value]) => !Number.isNaN(value)),
    );
    return { findings, measures };
  },
};

export const authorityHost: Probe = {
  name: "before/authority",
  what: "SRI's two test services answer and describe the operations we call",
  mend: "app/countries/ec/transport.server.ts, EC_SRI_TEST_URL",
  async run({ authorityUrl }) {
    const findings: Finding[] = [];
    const measures: Record<string, number> = {};
    for (const [service, operation] of Object.entries(SERVICES)) {
      const started = performance.now();
      const answer = await fetch(`${authorityUrl.replace(/\/+$/, "")}/comprobantes-electronicos-ws/${service}?wsdl`, {
        signal: AbortSignal.timeout(20_000),
      });
      const text = await answer.text();
      measures[`${service} (ms)`] = Math.round(performance.now() - started);
      if (answer.status !== 200) findings.push({ expected: `${service}?wsdl: 200`, seen: String(answer.status), severity: "blocks" });
      else if (!text.includes(`name="${operation}"`))
        findings.push({ expected: `${service} has ${operation}`, seen: "not in its WSDL", severity: "blocks" });
    }
    return { findings, measures };
  },
};

export const mailServer: Probe = {
  name: "before/mail",
  what: "the mail server greets and takes the login",
  mend: "SMTP_URL, app/adapters/mail/mailer.ts",
  async run({ smtpUrl }) {
    const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000 });
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
    return {};
  },
};
