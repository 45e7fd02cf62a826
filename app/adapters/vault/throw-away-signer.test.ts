import { expect, test } from "vitest";
import { countryPack } from "~/countries";
import { certificateTaxId } from "~/countries/ec/certificate-tax-id";
import { verifyXades } from "~/countries/shared/verify-xades";
import { anInvoiceInput, HOSTILE_NAME } from "~/testing/ecuador";
import { throwAwaySigner } from "./throw-away-signer";

test("what a throw-away certificate signs verifies like any other, whatever the taxpayer's name", () => {
  const pack = countryPack("EC");
  const now = new Date("2026-11-25T12:00:00Z");
  const signers = throwAwaySigner({ now: () => now });
  const signer = signers({ legalName: HOSTILE_NAME, taxId: "1790012345001" });
  expect(signers({ legalName: HOSTILE_NAME, taxId: "1790012345001" })).toBe(signer);
  const built = pack.build(anInvoiceInput());
  if (!built.ok) throw new Error(built.problem.code);
  const { xml } = pack.sign(built.value, signer, now.toISOString());
  expect(verifyXades(xml, certificateTaxId)).toMatchObject({ holds: true, faults: [] });
  expect(verifyXades(xml.replace("Café de altura", "Café de bajura"), certificateTaxId).holds).toBe(false);
});
