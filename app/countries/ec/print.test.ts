import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { InvoiceInput } from "~/domain/document/document";
import { ratedAt } from "~/domain/document/tax";
import { makeTestCertificate } from "~/testing/certificates";
import { aBuyer, anInvoiceInput, anIssuer, HOSTILE_NAME, someTotals } from "~/testing/ecuador";
import { code128Widths } from "../shared/code128";
import type { Signer } from "../pack";
import { invoice } from "./invoice";
import { printDocument } from "./print";
import { readRide } from "./ride-model";
import { signDocument } from "./signature";

const KEY = "2311202601179001234500110010010000001231234567813";
const AUTHORISATION = { number: KEY, at: "2026-11-23T16:10:12.000Z", environment: "PRUEBAS", xml: "" };
let signer: Signer;

beforeAll(async () => {
  const made = await makeTestCertificate({ commonName: "Firma", taxId: null });
  signer = {
    certificateDer: Buffer.from(made.certificatePem.replace(/-----.*-----|\s/g, ""), "base64"),
    privateKey: createPrivateKey(made.privateKeyPem),
  };
});

function signedXml(input: Partial<InvoiceInput> = {}): string {
  const built = invoice(anInvoiceInput(input));
  if (!built.ok) throw new Error(built.problem.code);
  return signDocument(built.value, signer, "2026-11-23T16:09:16Z").xml;
}

test("shows what the signed document says, the totals in the order of anexo 2", () => {
  const ride = readRide(signedXml(), AUTHORISATION);
  expect(ride.document).toEqual({
    taxId: "1790012345001",
    number: "001-001-000000123",
    authorisation: KEY,
    authorisedAt: "23/11/2026 11:10:12",
    environment: "PRUEBAS",
    accessKey: KEY,
  });
  expect(ride.totals.map(({ label, value }) => `${label} ${value}`)).toEqual([
    "SUBTOTAL 15% 20.61",
    "SUBTOTAL IVA 0% 12.50",
    "SUBTOTAL NO OBJETO DE IVA 0.00",
    "SUBTOTAL EXENTO DE IVA 0.00",
    "SUBTOTAL SIN IMPUESTOS 33.11",
    "TOTAL DESCUENTO 2.00",
    "ICE 0.00",
    "IVA 15% 3.09",
    "IRBPNR 0.00",
    "PROPINA 1.00",
    "VALOR TOTAL 37.20",
  ]);
  expect(ride.payments).toEqual([{ name: "19 - TARJETA DE CRÉDITO", total: "37.20", term: "", unit: "" }]);
});

test("a second rate gets its rows behind the general one", () => {
  const totals = someTotals();
  const groups = [...totals.groups, { tax: ratedAt(500), baseMinor: 100, taxMinor: 5 }];
  const labels = readRide(signedXml({ totals: { ...totals, groups } }), null).totals.map((row) => row.label);
  expect(labels.filter((label) => label.includes("%"))).toEqual(["SUBTOTAL 15%", "SUBTOTAL 5%", "SUBTOTAL IVA 0%", "IVA 15%", "IVA 5%"]);
});

test("the same document prints the same bytes", async () => {
  const document = { signedXml: signedXml(), authorisation: AUTHORISATION };
  expect(Buffer.compare(await printDocument(document), await printDocument(document))).toBe(0);
});

test("the bar code has the access key's modules: start, 24 pairs and a digit, check, stop", () => {
  expect(code128Widths(KEY).reduce((sum, width) => sum + width, 0)).toBe(11 * (1 + 24 + 1 + 1 + 1) + 13);
});

const noPdfTools = spawnSync("pdftotext", ["-v"]).error !== undefined;
const textOf = (pdf: Uint8Array): string => execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" });

test.skipIf(noPdfTools)("a long order takes several pages, each with the table's header, and loses no line", async () => {
  const totals = someTotals();
  const lines = [...Array(120).keys()].map((index) => ({
    ...totals.lines[0]!,
    code: `SKU-${index}`,
    description: `Producto ${index} ${"de nombre largo ".repeat(index % 9)}`,
  }));
  const logo = await sharp({ create: { width: 300, height: 90, channels: 3, background: "#7a3b1d" } })
    .png()
    .toBuffer();
  const issuer = anIssuer({ legalName: HOSTILE_NAME, specialTaxpayer: "5368", withholdingAgent: "1", rimpe: "rimpe" });
  const buyer = aBuyer({ legalName: `${HOSTILE_NAME} ${"muy largo ".repeat(30)}` });
  const text = textOf(
    await printDocument({ signedXml: signedXml({ totals: { ...totals, lines }, issuer, buyer }), authorisation: null, logo }),
  );
  const pages = text.split("\f").slice(0, -1);
  expect(pages.length).toBeGreaterThan(2);
  pages.slice(0, -1).forEach((page, index) => {
    expect(page).toContain("Cod. Principal");
    expect(page).toContain(`Página ${index + 1} de ${pages.length}`);
  });
  for (const line of lines) expect(text).toMatch(new RegExp(`${line.code}\\s`));
  expect(text).toContain(HOSTILE_NAME);
  expect(text).toContain("PENDIENTE");
  expect(pages.at(-1)).toContain("VALOR TOTAL");
});

test.skipIf(noPdfTools)("prints what its fonts have, and something readable for the rest", async () => {
  const buyer = aBuyer({ legalName: "Łukasz Šimić – “Café” €5 日本" });
  expect(textOf(await printDocument({ signedXml: signedXml({ buyer }), authorisation: AUTHORISATION }))).toContain(
    "Lukasz Šimic – “Café” €5 ??",
  );
});

test("a logo that is no picture is left out", async () => {
  const pdf = await printDocument({ signedXml: signedXml(), authorisation: AUTHORISATION, logo: Buffer.from("<svg/>") });
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
});
