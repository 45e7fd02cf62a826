import { countryPack } from "../app/countries/index.ts";
import type { Signer } from "../app/countries/pack.ts";
import { makeTestP12 } from "../app/testing/certificates.ts";
import { anInvoiceInput, someTotals } from "../app/testing/ecuador.ts";

export const PASSWORD = "bench";
export const pack = countryPack("EC");

/** One certificate for everything a run compares. */
export async function aSigner(): Promise<{ p12: Buffer; signer: Signer }> {
  const p12 = Buffer.from(await makeTestP12({ commonName: "BANCO DE PRUEBAS", taxId: "1792060346001", password: PASSWORD }));
  const opened = pack.openCertificate(p12, PASSWORD, new Date().toISOString());
  if (!opened.ok) throw new Error(opened.problem.code);
  return { p12, signer: opened.value.signer };
}

/** An invoice of so many lines. Its sums are not those of its lines: nothing here adds up, and the work is the same. */
export function anInvoiceOf(lineCount: number, sequence = 1): ReturnType<typeof anInvoiceInput> {
  const totals = someTotals();
  const lines = Array.from({ length: lineCount }, (_none, line) => ({ ...totals.lines[line % totals.lines.length]!, code: `P-${line}` }));
  return anInvoiceInput({ totals: { ...totals, lines }, sequence });
}

export function built(input: ReturnType<typeof anInvoiceInput>) {
  const outcome = pack.build(input);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}
