import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createPrivateKey } from "node:crypto";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import type { DocumentInput, InvoiceInput } from "~/domain/document/document";
import { ratedAt } from "~/domain/document/tax";
import { atEstablishment } from "~/domain/place/at-establishment";
import { makeTestCertificate } from "~/testing/certificates";
import {
  aBuyer,
  aCreditNoteInput,
  aDispatchGuideInput,
  anInvoiceInput,
  anIssuer,
  aRecipient,
  aTransport,
  HOSTILE_NAME,
  someTotals,
} from "~/testing/ecuador";
import { code128Widths } from "../shared/code128";
import type { Signer } from "../pack";
import { build } from "./build";
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

function signedDocument(input: DocumentInput): string {
  const built = build(input);
  if (!built.ok) throw new Error(built.problem.code);
  return signDocument(built.value, signer, "2026-11-23T16:09:16Z").xml;
}
const signedXml = (input: Partial<InvoiceInput> = {}): string => signedDocument(anInvoiceInput(input));

const AT_CUENCA = { address: "Calle Larga 6-52 y Hermano Miguel, segundo piso, Cuenca", tradeName: "Café del Valle · Local Cuenca" };

test.each([
  ["factura", () => anInvoiceInput()],
  ["nota de crédito", () => aCreditNoteInput()],
  ["guía", () => aDispatchGuideInput()],
])("a %s of an establishment shows that one's address and trade name beside the main address", (_name, input) => {
  const document = { ...input(), issuer: atEstablishment(anIssuer(), AT_CUENCA) };
  const { issuer } = readRide(signedDocument(document), null);
  expect(issuer.tradeName).toBe(AT_CUENCA.tradeName);
  expect(issuer.facts.slice(0, 2)).toEqual([
    { label: "Dirección Matriz", value: "Av. Amazonas N34-120, Quito" },
    { label: "Dirección Sucursal", value: AT_CUENCA.address },
  ]);
});

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

const TITLES = ["FACTURA", "NOTADECRÉDITO", "GUÍADEREMISIÓN"];

test.skipIf(noPdfTools).each([
  ["factura", () => anInvoiceInput()],
  ["nota-credito", () => aCreditNoteInput()],
  ["guia-remision", () => aDispatchGuideInput()],
] as const)("the print of a %s reads as the golden one", async (name, input) => {
  const pdf = await printDocument({ signedXml: signedDocument(input()), authorisation: AUTHORISATION });
  const lines = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" })
    .split("\n")
    // The box's title is set with spaces between its letters, which readers of PDF count differently.
    .map((line) => (TITLES.includes(line.replace(/\s/g, "")) ? line.replace(/\s/g, "") : line.replace(/\s+/g, " ").trim()))
    .filter((line) => line !== "");
  const golden = readFileSync(new URL(`golden/${name}.txt`, import.meta.url), "utf8");
  expect(lines).toEqual(golden.trim().split("\n"));
});

const LONG = `${HOSTILE_NAME} `.repeat(9).slice(0, 300).trim();
const words = (text: string) => text.replace(/\s+/g, " ");

test.skipIf(noPdfTools)(
  "a guide of many recipients heads every table, cuts nothing and leaves no band alone at the foot of a page",
  async () => {
    const recipients = [...Array(40).keys()].map((index) =>
      aRecipient({
        legalName: `Cliente ${index}`,
        address: index % 4 === 1 ? LONG : "Quito",
        lines: [...Array(1 + (index % 5)).keys()].map((line) => ({
          code: `SKU-${index}-${line}`,
          description: `Producto ${index}`,
          quantity: 1,
        })),
      }),
    );
    const pdf = await printDocument({ signedXml: signedDocument(aDispatchGuideInput({ recipients })), authorisation: null });
    const text = textOf(pdf);
    const pages = text.split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(5);
    for (const { legalName, lines } of recipients) {
      const page = pages.find((each) => new RegExp(`${legalName}\\s`).test(each)) ?? "";
      expect(page).toMatch(new RegExp(`${lines[0]?.code}\\s`));
      for (const { code } of lines) expect(text).toMatch(new RegExp(`${code}\\s`));
    }
    pages.forEach((page, index) => expect(page).toContain(`Página ${index + 1} de ${pages.length}`));
    pages.slice(1).forEach((page) => expect(page).toContain("Guía de remisión No. 001-001-000000031"));
  },
);

test.skipIf(noPdfTools)("texts of three hundred characters are wrapped, further pages taken, and every word is there", async () => {
  const issuer = anIssuer({ legalName: LONG, tradeName: LONG, mainAddress: LONG, establishmentAddress: LONG, rimpe: "rimpe" });
  const transport = { ...aTransport({ originAddress: LONG }), destinationAddress: LONG, destinations: [{ motive: LONG, route: LONG }] };
  const additional = Object.fromEntries([...Array(13).keys()].map((index) => [`Campo ${index}`, LONG]));
  const buyer = aBuyer({ legalName: LONG, address: LONG });
  const pdf = await printDocument({ signedXml: signedXml({ issuer, transport, additional, buyer }), authorisation: null });
  const raw = words(execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf, encoding: "utf8" }));
  expect(raw.split(words(LONG)).length - 1).toBe(4 + 4 + 13 + 2);
  expect(raw).toContain("VALOR TOTAL");
});

test("there is no print for a document that isn't written here", () => {
  expect(() => readRide("<x><codDoc>07</codDoc></x>", null)).toThrow(/07/);
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
