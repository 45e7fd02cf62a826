import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect, test } from "vitest";
import type { InvoiceInput } from "~/domain/document/document";
import { conformanceTest, readConformance, validateXsd } from "~/testing/conformance";
import { aBuyer, anInvoiceInput, anIssuer, aSeries, aTransport, HOSTILE_NAME, someTotals } from "~/testing/ecuador";
import { readXml } from "../shared/read-xml";
import { invoice } from "./invoice";

const RUNS = Number(process.env.FC_RUNS ?? 1000);
const SCHEMA = "ec/xsd/factura_V1.1.0.xsd";

function build(input: Partial<InvoiceInput> = {}): string {
  const outcome = invoice(anInvoiceInput(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.xml;
}
const valueOf = (xml: string, name: string) => readXml(xml, (root) => root.text(name));

test("an invoice with everything a web shop needs is the golden one", () => {
  const golden = readFileSync(new URL("golden/factura.xml", import.meta.url), "utf8")
    .replace(/>\s+</g, "><")
    .trim();
  expect(build().replace(/>\s+</g, "><")).toBe(golden);
});

test("says its access key and number", () => {
  const outcome = invoice(anInvoiceInput());
  expect(outcome).toMatchObject({
    ok: true,
    value: { accessKey: "2311202601179001234500110010010000001231234567813", number: "001-001-000000123" },
  });
});

test.each([
  ["ruc", "04"],
  ["cedula", "05"],
  ["passport", "06"],
  ["final_consumer", "07"],
  ["foreign_id", "08"],
])("the buyer's %s is type %s", (idType, code) => {
  expect(valueOf(build({ buyer: aBuyer({ idType }) }), "tipoIdentificacionComprador")).toBe(code);
});

test("states every payment, its term in days where it is owed; payments that are not the total are refused", () => {
  const xml = build({
    payments: [
      { code: "15", amountMinor: 1000 },
      { code: "20", amountMinor: 2720, termDays: 30 },
    ],
  });
  expect(xml).toContain(
    "<pago><formaPago>15</formaPago><total>10.00</total></pago>" +
      "<pago><formaPago>20</formaPago><total>27.20</total><plazo>30</plazo><unidadTiempo>dias</unidadTiempo></pago>",
  );
  expect(invoice(anInvoiceInput({ payments: [{ code: "01", amountMinor: 1 }] }))).toEqual({
    ok: false,
    problem: { code: "payments_differ", params: { payments: "0.01", total: "37.20" } },
  });
});

test("up to USD 500 may be paid in cash, not a cent more", () => {
  const totals = { ...someTotals(), totalMinor: 60_001 };
  const paid = (cash: number) =>
    invoice(
      anInvoiceInput({
        totals,
        payments: [
          { code: "01", amountMinor: cash },
          { code: "20", amountMinor: 60_001 - cash },
        ],
      }),
    );
  expect(paid(50_000).ok).toBe(true);
  expect(paid(50_001)).toEqual({ ok: false, problem: { code: "cash_above_limit", params: { amount: "500.01", limit: "500.00" } } });
});

test("texts are cut to the schema's maxima, put on one line, and left out where there are none", () => {
  const totals = someTotals();
  const lines = totals.lines.map((line) => ({ ...line, code: "X".repeat(40), description: "línea\nunA".repeat(60) }));
  const xml = build({
    totals: { ...totals, lines },
    buyer: aBuyer({ address: " \n ", email: null, phone: null }),
    additional: { Nota: "", " ": "x" },
  });
  expect(valueOf(xml, "codigoPrincipal")).toHaveLength(25);
  expect(valueOf(xml, "descripcion")).toHaveLength(300);
  expect(valueOf(xml, "descripcion")).not.toContain("\n");
  expect(xml).not.toMatch(/direccionComprador|infoAdicional/);
});

test("of more than fifteen additional fields the first stay, e-mail and telephone ahead", () => {
  const additional = Object.fromEntries([...Array(20).keys()].map((index) => [`Campo ${index}`, "x"]));
  const names = readXml(build({ additional }), (root) => root.all("campoAdicional").map((field) => field.attribute("nombre")));
  expect(names).toHaveLength(15);
  expect(names.slice(0, 3)).toEqual(["Email", "Teléfono", "Campo 0"]);
});

test.each([
  [{ issuer: anIssuer({ taxId: "1790012345002" }) }, "taxId"],
  [{ issuer: anIssuer({ legalName: "\n" }) }, "legalName"],
  [{ issuer: anIssuer({ mainAddress: "" }) }, "mainAddress"],
  [{ issuer: anIssuer({ specialTaxpayer: "Nro. 5" }) }, "specialTaxpayer"],
  [{ issuer: anIssuer({ withholdingAgent: "NAC-1" }) }, "withholdingAgent"],
  [{ series: aSeries({ establishment: "1" }) }, "establishment"],
])("settings that SRI's schema refuses are named: %#", (input, field) => {
  expect(invoice(anInvoiceInput(input))).toEqual({ ok: false, problem: { code: "issuer_data_invalid", params: { field } } });
});

test("only dollars, and no more than fourteen digits of them", () => {
  expect(invoice(anInvoiceInput({ currency: "EUR" }))).toEqual({
    ok: false,
    problem: { code: "currency_not_supported", params: { currency: "EUR" } },
  });
  const totals = { ...someTotals(), totalMinor: 100_000_000_000_000 };
  expect(invoice(anInvoiceInput({ totals }))).toEqual({ ok: false, problem: { code: "amount_too_large" } });
});

conformanceTest("xmllint finds invoices valid, hostile names and every legend included", () => {
  const full = { specialTaxpayer: "12345", withholdingAgent: "12345678", legalName: HOSTILE_NAME, tradeName: HOSTILE_NAME };
  const inputs = [
    {},
    {
      issuer: anIssuer({ ...full, rimpe: "rimpe" }),
      buyer: aBuyer({ legalName: HOSTILE_NAME, address: HOSTILE_NAME }),
      additional: { [HOSTILE_NAME]: HOSTILE_NAME },
    },
    { issuer: anIssuer({ rimpe: "negocio_popular", tradeName: null, establishmentAddress: null }), additional: {} },
  ] as const;
  for (const input of inputs) expect(validateXsd(SCHEMA, build(input))).toMatchObject({ ok: true });
});

const transport = {
  ...aTransport(),
  destinationAddress: "Calle Larga 1-20, Cuenca",
  destinations: [{ motive: "Venta", route: "Quito – Cuenca" }],
};

test("names the guide that brought the goods", () => {
  expect(valueOf(build({ guide: "001-001-000000031" }), "guiaRemision")).toBe("001-001-000000031");
  expect(invoice(anInvoiceInput({ guide: "31" }))).toEqual({ ok: false, problem: { code: "original_invalid", params: { number: "31" } } });
});

test("issued before the goods move, it is a factura 2.1.0 that says who brings them, how and when", () => {
  const xml = build({ transport });
  expect(xml).toContain('<factura id="comprobante" version="2.1.0">');
  expect(xml).toContain(
    "</detalles><infoSustitutivaGuiaRemision><dirPartida>Bodega Carcelén, Quito</dirPartida><dirDestinatario>Calle Larga 1-20, Cuenca</dirDestinatario>" +
      "<fechaIniTransporte>23/11/2026</fechaIniTransporte><fechaFinTransporte>24/11/2026</fechaFinTransporte>" +
      "<razonSocialTransportista>Luis Alberto Vega Mora</razonSocialTransportista><tipoIdentificacionTransportista>05</tipoIdentificacionTransportista>" +
      "<rucTransportista>1714307103</rucTransportista><placa>PBC-1234</placa><destinos><destino><motivoTraslado>Venta</motivoTraslado>" +
      "<ruta>Quito – Cuenca</ruta></destino></destinos></infoSustitutivaGuiaRemision><infoAdicional>",
  );
  expect(invoice(anInvoiceInput({ transport: { ...transport, destinations: [] } }))).toEqual({
    ok: false,
    problem: { code: "dispatch_data_missing", params: { field: "motive" } },
  });
});

conformanceTest("xmllint finds such an invoice valid by the schema of 2.1.0", () => {
  const destinations = [
    { motive: HOSTILE_NAME, route: null },
    { motive: "Venta", route: "línea\n".repeat(90) },
  ];
  for (const each of [transport, { ...transport, destinations }])
    expect(validateXsd("ec/xsd/factura_V2.1.0.xsd", build({ transport: each, guide: "001-001-000000031" }))).toMatchObject({ ok: true });
});

const text = fc.string({ unit: "binary", maxLength: 400 });
const someText = text.map((drawn) => `x${drawn}`);
const inputs = fc.record({
  legalName: someText,
  tradeName: fc.option(text, { nil: null }),
  mainAddress: someText,
  buyerName: someText,
  address: fc.option(text, { nil: null }),
  description: text,
  code: text,
  quantity: fc.integer({ min: 1, max: 999_999 }),
  unitPriceMicros: fc.bigInt({ min: 0n, max: 10n ** 17n }),
  additional: fc.dictionary(text, text, { maxKeys: 18 }),
});

conformanceTest(
  "whatever is in the texts, the schema holds",
  () => {
    // The unsigned schema imports the signature's and never uses it.
    const schema = XmlDocument.fromString(readConformance(SCHEMA).replace(/<xsd:import[^>]*>/, ""));
    const validator = XsdValidator.fromDoc(schema);
    fc.assert(
      fc.property(
        inputs,
        ({ legalName, tradeName, mainAddress, buyerName, address, description, code, quantity, unitPriceMicros, additional }) => {
          const totals = someTotals();
          const lines = totals.lines.map((line) => ({ ...line, description, code, quantity, unitPriceMicros }));
          const buyer = aBuyer({ legalName: buyerName, address });
          const document = XmlDocument.fromString(
            build({ issuer: anIssuer({ legalName, tradeName, mainAddress }), buyer, totals: { ...totals, lines }, additional }),
          );
          validator.validate(document);
          document.dispose();
        },
      ),
      { numRuns: RUNS },
    );
    validator.dispose();
    schema.dispose();
  },
  20_000 + RUNS,
);
