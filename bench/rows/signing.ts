import { createPrivateKey, sign } from "node:crypto";
import { signInvoiceXml } from "ec-sri-invoice-signer";
import { microsecondsEach } from "../cpu.ts";
import { anInvoiceOf, aSigner, built, pack, PASSWORD } from "../invoices.ts";
import type { Row } from "../row.ts";

const ROUNDS = 12;
const perSecond = (microseconds: number): string => `${(1_000_000 / microseconds).toFixed(0)}/s`;

/**
 * Building and signing one invoice, against the package that others in Ecuador sign with, and against the RSA signature alone, which nothing
 * can beat. The package only signs: it gets the XML that we build, and the building counts on both sides.
 */
export async function signing(): Promise<Row[]> {
  const { p12, signer } = await aSigner();
  const der = { key: signer.privateKey.export({ format: "der", type: "pkcs8" }), format: "der", type: "pkcs8" } as const;
  const key = createPrivateKey(der);
  const signedAt = new Date().toISOString();
  const measure = (lines: number) => {
    const input = anInvoiceOf(lines);
    const bytes = Buffer.from(built(input).xml.slice(0, 1500));
    return microsecondsEach(
      {
        raw: { calls: 1000, work: () => sign("sha1", bytes, key) },
        ours: { calls: 1000, work: () => pack.sign(built(input), signer, signedAt) },
        peer: { calls: 10, work: () => signInvoiceXml(built(input).xml, p12, { pkcs12Password: PASSWORD }) },
      },
      ROUNDS,
    );
  };
  const [few, many] = [await measure(5), await measure(200)];
  const againstPeer = (lines: number, { ours, peer }: typeof few): Row => ({
    name: `built and signed, ${lines} lines`,
    value: peer / ours,
    unit: "×",
    goal: 100,
    better: "higher",
    baseline: { name: "ec-sri-invoice-signer 1.7.5", value: 1 },
    note: `${perSecond(ours)} against ${perSecond(peer)}, same lines and .p12; it opens the .p12 at each call, it has no other way`,
  });
  return [
    againstPeer(5, few),
    againstPeer(200, many),
    {
      name: "built and signed, 5 lines, share of RSA",
      value: (few.raw / few.ours) * 100,
      unit: "%",
      goal: 70,
      better: "higher",
      baseline: { name: "raw RSA-2048 signatures", value: 100 },
      note: `${perSecond(few.ours)} of ${perSecond(few.raw)}, processor time`,
    },
  ];
}
