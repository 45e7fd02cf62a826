import { createPrivateKey, sign } from "node:crypto";
import { performance } from "node:perf_hooks";
import { countryPack } from "../../app/countries/index.ts";
import { makeTestP12 } from "../../app/testing/certificates.ts";
import { anInvoiceInput } from "../../app/testing/ecuador.ts";
import type { Row } from "../row.ts";

function perSecond(work: () => void): number {
  for (let n = 0; n < 50; n++) work();
  const began = performance.now();
  let done = 0;
  for (; performance.now() - began < 2000; done++) work();
  return (done * 1000) / (performance.now() - began);
}

/** Building and signing one invoice against the RSA signature alone, which nothing can beat. */
export async function signing(): Promise<Row> {
  const pack = countryPack("EC");
  const now = new Date().toISOString();
  const p12 = await makeTestP12({ commonName: "BANCO DE PRUEBAS", taxId: "1792060346001", password: "bench" });
  const opened = pack.openCertificate(p12, "bench", now);
  const built = pack.build(anInvoiceInput());
  if (!opened.ok || !built.ok) throw new Error("the bench's own invoice can't be built");
  const { signer } = opened.value;
  const key = createPrivateKey({ key: signer.privateKey.export({ format: "der", type: "pkcs8" }), format: "der", type: "pkcs8" });
  const bytes = Buffer.from(built.value.xml);
  const raw = perSecond(() => void sign("sha1", bytes, key));
  const whole = perSecond(() => {
    const again = pack.build(anInvoiceInput());
    if (again.ok) pack.sign(again.value, signer, now);
  });
  return {
    name: "invoices built and signed",
    value: whole,
    unit: "/s",
    goal: null,
    better: "higher",
    baseline: { name: "raw RSA-2048", value: raw },
  };
}
