import { expect, test } from "vitest";
import { aFactura } from "./testing/a-factura";
import { aGuiaRemision } from "./testing/a-guia-remision";
import { aNotaCredito, type NotaCreditoOptions } from "./testing/a-nota-credito";
import { keyOf } from "./testing/head";
import { signed, signedXml, startSri, type Client } from "./testing/wire";

/** Sends a signed document that reception takes, and asks what became of it. */
async function verdictOn({ send, ask }: Client, xml: string) {
  expect(await send(signedXml(xml))).toMatchObject({ state: "RECIBIDA" });
  const [verdict] = await ask(keyOf(xml));
  return verdict;
}
const authorised = { state: "AUTORIZADO", codes: [] };

test("each kind of document has its own numbers, and the register tells the kinds apart", async () => {
  const client = await startSri();
  for (const xml of [aFactura(), aNotaCredito(), aGuiaRemision()]) expect(await verdictOn(client, xml)).toMatchObject(authorised);
  const shown = (await (await fetch(`${client.base}/sandbox/tax-authorities/ec-sri/documents`)).json()) as object[];
  expect(shown).toMatchObject([
    { type: "factura", number: "001-001-000000123", total: "115.00" },
    { type: "notaCredito", number: "001-001-000000123", total: "115.00", modifies: keyOf(aFactura()) },
    { type: "guiaRemision", number: "001-001-000000123", total: null },
  ]);
  for (const xml of [aNotaCredito(), aGuiaRemision()]) expect(await client.send(signedXml(xml))).toMatchObject({ codes: ["43"] });
  for (const again of [aNotaCredito({ numericCode: "87654321" }), aGuiaRemision({ numericCode: "87654321" })])
    expect(await client.send(signedXml(again))).toMatchObject({ codes: ["45"] });
});

test.each([
  ["a nota de crédito with the code of a factura", aNotaCredito().replace("<codDoc>04", "<codDoc>01"), "47"],
  ["a guía with the code of a factura", aGuiaRemision().replace("<codDoc>06", "<codDoc>01"), "47"],
  ["a nota de crédito under the key of a factura", aNotaCredito({ key: keyOf(aFactura()) }), "58"],
  ["a guía under the key of a factura", aGuiaRemision({ key: keyOf(aFactura()) }), "58"],
  ["a nota de crédito without a reason", aNotaCredito().replace("<motivo>Devolución</motivo>", ""), "35"],
  ["a guía without a plate", aGuiaRemision().replace("<placa>PBA1234</placa>", ""), "35"],
  ["a guía in another version", aGuiaRemision().replace('version="1.1.0"', 'version="1.0.0"'), "36"],
  ["a nota de crédito of tomorrow", aNotaCredito({ issuedOn: "24/11/2026" }), "65"],
  ["a guía of tomorrow", aGuiaRemision({ issuedOn: "24/11/2026", transport: { from: "24/11/2026", until: "24/11/2026" } }), "65"],
  ["a guía of a day that does not exist", aGuiaRemision({ issuedOn: "31/11/2026" }), "67"],
  ["a guía whose transport began before its issue", aGuiaRemision({ transport: { from: "22/11/2026", until: "23/11/2026" } }), "82"],
  ["a guía whose transport ends before it begins", aGuiaRemision({ transport: { from: "24/11/2026", until: "23/11/2026" } }), "82"],
  ["a guía whose transport ends on no day", aGuiaRemision({ transport: { from: "23/11/2026", until: "31/11/2026" } }), "82"],
])("reception returns %s with its code", async (_, xml, code) => {
  const { send, sri } = await startSri();
  expect(await send(signedXml(xml))).toMatchObject({ state: "DEVUELTA", codes: [code] });
  expect(sri.documents()).toEqual([]);
});

test("a guía may be issued before the day of its transport; a wrong cédula of the carrier is only warned about", async () => {
  const xml = aGuiaRemision({ transport: { from: "24/11/2026", until: "25/11/2026" }, carrier: { type: "05", id: "1714307104" } });
  expect(await verdictOn(await startSri(), xml)).toMatchObject({ state: "AUTORIZADO", codes: ["62 (warning)"] });
});

test.each([aNotaCredito, aGuiaRemision])("every kind of document must be signed: 39", async (build) => {
  const { send, ask } = await startSri();
  await send(signed());
  await send(signedXml(build()).replace(/.*/s, (base64) => altered(base64)));
  expect(await ask(keyOf(build()))).toMatchObject([{ state: "NO AUTORIZADO", codes: ["39"] }]);
});
const altered = (base64: string): string =>
  Buffer.from(Buffer.from(base64, "base64").toString("utf8").replace("Cajón", "Cajones")).toString("base64");

const transport = (from: string): string =>
  `<infoSustitutivaGuiaRemision><dirPartida>P</dirPartida><dirDestinatario>D</dirDestinatario><fechaIniTransporte>${from}</fechaIniTransporte>` +
  `<fechaFinTransporte>${from}</fechaFinTransporte><razonSocialTransportista>T</razonSocialTransportista>` +
  `<tipoIdentificacionTransportista>05</tipoIdentificacionTransportista><rucTransportista>1714307103</rucTransportista><placa>P</placa>` +
  `<destinos><destino><motivoTraslado>Venta</motivoTraslado></destino></destinos></infoSustitutivaGuiaRemision>`;

test("a factura 2.1.0 may stand in for a guía, and its transport is judged like a guía's; a 1.1.0 may not", async () => {
  const client = await startSri();
  const late = aFactura({ version: "2.1.0", secuencial: "000000124", added: transport("22/11/2026") });
  expect(await client.send(signedXml(late))).toMatchObject({ codes: ["82"] });
  expect(await client.send(signedXml(aFactura({ added: transport("23/11/2026") })))).toMatchObject({ codes: ["35"] });
  expect(await verdictOn(client, aFactura({ version: "2.1.0", added: transport("23/11/2026") }))).toMatchObject(authorised);
});

const half = { net: "50.00", tax: "7.50", total: "57.50" };
const a = (options: NotaCreditoOptions, number: number) => aNotaCredito({ secuencial: String(number).padStart(9, "0"), ...options });

test("an invoice is credited in parts up to its total, and not a cent above it: 52", async () => {
  const client = await startSri();
  await verdictOn(client, aFactura());
  expect(await verdictOn(client, a({ amounts: half }, 1))).toMatchObject(authorised);
  const tooMuch = a({ amounts: { net: "50.01", tax: "7.50", total: "57.51" } }, 2);
  const refused = await verdictOn(client, tooMuch);
  expect(refused).toMatchObject({ state: "NO AUTORIZADO", codes: ["52"] });
  expect(refused?.details).toBe("con esta nota se acreditan 115.01, la factura 001-001-000000123 es por 115.00");
  expect(await verdictOn(client, a({ amounts: half }, 2))).toMatchObject(authorised);
  expect(await verdictOn(client, a({ amounts: { net: "0.01", tax: "0.00", total: "0.01" } }, 3))).toMatchObject({ codes: ["52"] });
});

test.each([
  ["of another number", { modified: { number: "001-001-000000124" } }, "68"],
  ["of another issuer", { ruc: "1768152800001" }, "68"],
  ["that is no invoice", { modified: { type: "06" } }, "68"],
  ["of another day", { modified: { issuedOn: "22/11/2026" } }, "68"],
  ["of another buyer", { buyer: { type: "05", id: "1710034065" } }, "68"],
])("a nota de crédito for a document %s is not authorised", async (_, options, code) => {
  const client = await startSri();
  await verdictOn(client, aFactura());
  expect(await verdictOn(client, aNotaCredito(options))).toMatchObject({ state: "NO AUTORIZADO", codes: [code] });
});

test("an invoice that was not authorised can't be credited, and a final consumer's neither", async () => {
  const client = await startSri();
  await verdictOn(client, aFactura({ totals: { net: "100.01" } }));
  expect(await verdictOn(client, aNotaCredito())).toMatchObject({ codes: ["68"] });
  const buyer = { type: "07", id: "9999999999999", name: "CONSUMIDOR FINAL" };
  const line = { quantity: "1", unitPrice: "10.00", discount: "0.00", price: "10.00", rate: "15.00", tax: "1.50", code: "4" };
  const sale = aFactura({
    secuencial: "000000124",
    buyer,
    lines: [line],
    totals: { net: "10.00", base: "10.00", tax: "1.50", total: "11.50" },
  });
  expect(await verdictOn(client, sale)).toMatchObject(authorised);
  const note = a({ modified: { number: "001-001-000000124" }, buyer, amounts: { net: "10.00", tax: "1.50", total: "11.50" } }, 9);
  expect(await verdictOn(client, note)).toMatchObject({ state: "NO AUTORIZADO", codes: ["52"] });
});

test.each([
  ["whose total is not net + tax", { net: "50.00", tax: "7.50", total: "57.51" }, "valorModificacion: dice 57.51, se calcula 57.50"],
  ["whose tax is two cents off", { net: "50.00", tax: "7.52", total: "57.52" }, "totalImpuesto 2-4 valor: dice 7.52, se calcula 7.50"],
])("a nota de crédito %s is not authorised: 52", async (_, amounts, detail) => {
  const client = await startSri();
  await verdictOn(client, aFactura());
  const verdict = await verdictOn(client, aNotaCredito({ amounts }));
  expect(new Set(verdict?.codes)).toEqual(new Set(["52"]));
  expect(verdict?.details).toContain(detail);
});
