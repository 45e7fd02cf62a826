import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aFactura } from "./testing/a-factura";
import { keyOf } from "./testing/head";
import { aSigner, sign } from "./testing/sign";
import { envelope, NOON, signed, startSri } from "./testing/wire";

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const decoded = (text: string): string => Buffer.from(text, "base64").toString("utf8");

test("a right document is received, authorised under its own key, and given back byte for byte", async () => {
  const { send, ask, base, sri } = await startSri();
  const document = signed();
  const key = keyOf(decoded(document));
  expect(await send(document)).toMatchObject({ state: "RECIBIDA", codes: [] });
  expect(await ask(key)).toEqual([
    {
      state: "AUTORIZADO",
      number: key,
      at: "2026-11-23T12:00:00-05:00",
      environment: "PRUEBAS",
      xml: decoded(document),
      codes: [],
      details: "",
    },
  ]);
  const summary = {
    type: "factura",
    accessKey: key,
    state: "AUTORIZADO",
    number: "001-001-000000123",
    registeredAt: NOON.toISOString(),
    total: "115.00",
    messages: [],
  };
  expect(await (await fetch(`${base}/sandbox/tax-authorities/ec-sri/documents`)).json()).toEqual([summary]);
  expect(await (await fetch(`${base}/sandbox/tax-authorities/ec-sri/documents/${key}`)).json()).toEqual({
    ...summary,
    xml: decoded(document),
  });
  expect((await fetch(`${base}/sandbox/tax-authorities/ec-sri/documents/1`)).status).toBe(404);
  expect(sri.document(key)?.xml).toBe(decoded(document));
  sri.reset();
  expect(sri.documents()).toEqual([]);
});

test("carriage returns and what XML must escape come back as they were sent", async () => {
  const { send, ask } = await startSri();
  const xml = aFactura().replace("\n<factura", "\r\n<factura");
  const document = sign(xml, aSigner()).toString("base64");
  await send(document);
  expect((await ask(keyOf(xml)))[0]?.xml).toBe(decoded(document));
});

test("a key that nobody sent is answered with no authorisation", async () => {
  const { ask } = await startSri();
  expect(await ask("1".repeat(49))).toEqual([]);
});

test("a key that is registered is returned with 43, another key for the same number with 45", async () => {
  const { send } = await startSri();
  await send(signed());
  expect(await send(signed())).toMatchObject({ state: "DEVUELTA", codes: ["43"], accessKey: keyOf(aFactura()) });
  expect(await send(signed({ numericCode: "87654321" }))).toMatchObject({ state: "DEVUELTA", codes: ["45"] });
  expect(await send(signed({ secuencial: "000000124" }))).toMatchObject({ state: "RECIBIDA" });
});

test("a document that was not authorised may be corrected and sent again under its own key", async () => {
  const { send, ask } = await startSri();
  await send(signed({ totals: { net: "100.01" } }));
  expect(await ask(keyOf(aFactura()))).toMatchObject([{ state: "NO AUTORIZADO", number: "" }]);
  expect(await send(signed())).toMatchObject({ state: "RECIBIDA" });
  expect(await ask(keyOf(aFactura()))).toMatchObject([{ state: "AUTORIZADO" }]);
});

test.each([
  ["no argument at all", "<!-- nothing -->", "49"],
  ["what is no base64", "<xml>***</xml>", "49"],
  ["an empty file", "<xml></xml>", "36"],
  ["what is no XML", `<xml>${base64("hello")}</xml>`, "35"],
  ["XML that is cut short", `<xml>${base64(aFactura().slice(0, -5))}</xml>`, "35"],
  ["a document with a DTD", `<xml>${base64(`<!DOCTYPE factura [<!ENTITY a "b">]>${aFactura().slice(39)}`)}</xml>`, "35"],
  ["another root element", `<xml>${base64("<nada/>")}</xml>`, "35"],
  ["an element out of order", `<xml>${base64(aFactura().replace(/(<ruc>.*<\/ruc>)(<claveAcceso>.*<\/claveAcceso>)/, "$2$1"))}</xml>`, "35"],
  ["an unknown version", `<xml>${base64(aFactura({ version: "9.9.9" }))}</xml>`, "36"],
  ["a document this sandbox does not play", `<xml>${base64('<notaDebito id="comprobante" version="1.0.0"/>')}</xml>`, "48"],
  ["another document type", `<xml>${base64(aFactura().replace("<codDoc>01", "<codDoc>04"))}</xml>`, "47"],
  ["the production environment", `<xml>${base64(aFactura({ ambiente: "2" }))}</xml>`, "60"],
  ["another number than the key's", `<xml>${base64(aFactura().replace("<secuencial>000000123", "<secuencial>000000124"))}</xml>`, "58"],
  ["another date than the key's", `<xml>${base64(aFactura().replace("<fechaEmision>23", "<fechaEmision>22"))}</xml>`, "58"],
  ["a wrong check digit", `<xml>${base64(aFactura({ key: "2311202601179206034600110010010000001231234567815" }))}</xml>`, "58"],
  ["a date that does not exist", `<xml>${base64(aFactura({ issuedOn: "31/11/2026" }))}</xml>`, "67"],
  ["tomorrow's date", `<xml>${base64(aFactura({ issuedOn: "24/11/2026" }))}</xml>`, "65"],
  ["a date out of the window", `<xml>${base64(aFactura({ issuedOn: "24/08/2026" }))}</xml>`, "65"],
])("reception returns %s with its code", async (_, argument, code) => {
  const { post, sri } = await startSri();
  const response = await post("RecepcionComprobantesOffline", envelope("ec.gob.sri.ws.recepcion", "validarComprobante", argument));
  const answer = await response.text();
  expect(answer).toContain("<estado>DEVUELTA</estado>");
  expect(/<identificador>(\d+)</.exec(answer)?.[1]).toBe(code);
  expect(sri.documents()).toEqual([]);
});

test("the day turns in Ecuador, not in UTC: at 23:30 in Quito the document of that day is not in the future", async () => {
  const { send } = await startSri({ now: () => new Date("2026-11-24T04:30:00Z") });
  expect(await send(signed({ issuedOn: "24/11/2026" }))).toMatchObject({ state: "DEVUELTA", codes: ["65"] });
  expect(await send(signed({ issuedOn: "23/11/2026" }))).toMatchObject({ state: "RECIBIDA" });
});

test("what is wrong with the structure is named", async () => {
  const { send } = await startSri();
  const broken = aFactura().replace("<propina>0.00</propina>", "<propina>0.001</propina>");
  expect((await send(base64(broken))).details).toBe("propina (línea 2): '0.001' tiene más de 2 decimales");
});

const line = { quantity: "3", unitPrice: "33.333333", discount: "0.00", price: "100.00", rate: "15.00", tax: "15.00", code: "4" };
test.each([
  [
    "a line that is not quantity × price − discount",
    { lines: [{ ...line, unitPrice: "33.33" }] },
    "detalle 1 precioTotalSinImpuesto: dice 100.00, se calcula 99.99",
  ],
  ["a total that is not the sum of the lines", { totals: { net: "100.01" } }, "totalSinImpuestos: dice 100.01, se calcula 100.00"],
  [
    "a group's base that is not the sum of bases",
    { totals: { base: "99.99" } },
    "totalImpuesto 2-4 baseImponible: dice 99.99, se calcula 100.00",
  ],
  ["a tax two cents off", { totals: { tax: "15.02", total: "115.02" } }, "totalImpuesto 2-4 valor: dice 15.02, se calcula 15.00"],
  ["a total that is not net + tax", { totals: { total: "115.01" } }, "importeTotal: dice 115.01, se calcula 115.00"],
  ["payments that are not the total", { totals: { paid: "114.99" } }, "suma de pagos: dice 114.99, se calcula 115.00"],
  ["a rate that is not the code's", { lines: [{ ...line, rate: "12.00" }] }, "la tarifa 12.00 no es la del código 2-4"],
  ["a group that is missing", { lines: [{ ...line, code: "0", rate: "0.00", tax: "0.00" }] }, "falta totalImpuesto 2-0"],
  [
    "a final consumer above the limit",
    { buyer: { type: "07", id: "9999999999999", name: "CONSUMIDOR FINAL" } },
    "consumidor final no puede superar USD 50.00",
  ],
])("%s is not authorised: 52", async (_, options, detail) => {
  const { send, ask } = await startSri();
  const document = signed(options);
  expect(await send(document)).toMatchObject({ state: "RECIBIDA" });
  const [verdict] = await ask(keyOf(decoded(document)));
  expect(verdict?.state).toBe("NO AUTORIZADO");
  expect(new Set(verdict?.codes)).toEqual(new Set(["52"]));
  expect(verdict?.details).toContain(detail);
});

test("a tax one cent off is authorised, and a wrong cédula only warned about", async () => {
  const { send, ask } = await startSri();
  const document = signed({ lines: [line], totals: { tax: "15.01", total: "115.01" }, buyer: { type: "05", id: "1714307104", name: "X" } });
  await send(document);
  expect(await ask(keyOf(decoded(document)))).toMatchObject([{ state: "AUTORIZADO", codes: ["62 (warning)"] }]);
});

test("what is no SOAP call is a fault, another media type is refused, and each service describes itself", async () => {
  const { post, base } = await startSri();
  for (const body of [
    "",
    "<a/>",
    "<soap",
    envelope("ec.gob.sri.ws.recepcion", "otra", ""),
    envelope("otro", "validarComprobante", ""),
    envelope("ec.gob.sri.ws.recepcion", "validarComprobante", "<ec:xml>AA==</ec:xml>"),
  ]) {
    const response = await post("RecepcionComprobantesOffline", body);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("<soap:Fault>");
  }
  expect((await post("RecepcionComprobantesOffline", "{}", "application/json")).status).toBe(415);
  for (const service of ["RecepcionComprobantesOffline", "AutorizacionComprobantesOffline"]) {
    const wsdl = await (await fetch(`${base}/comprobantes-electronicos-ws/${service}?wsdl`)).text();
    expect(execFileSync("xmllint", ["--noout", "-"], { input: wsdl, encoding: "utf8" })).toBe("");
    expect(wsdl).toContain(`<soap:address location="${base}/comprobantes-electronicos-ws/${service}"/>`);
  }
});

test("a restarted process knows what it had registered, even when it was killed in the middle of a line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sri-journal-"));
  const journal = join(folder, "sri", "journal.jsonl");
  try {
    const first = await startSri({ journal });
    await first.send(signed());
    await first.send(signed({ secuencial: "000000124" }));
    appendFileSync(journal, '{"accessKey":"cut sho');
    const second = await startSri({ journal });
    expect(second.sri.documents()).toEqual(first.sri.documents());
    expect(await second.send(signed({ numericCode: "11111111" }))).toMatchObject({ codes: ["45"] });
    await second.send(signed({ secuencial: "000000125" }));
    expect((await startSri({ journal })).sri.documents()).toHaveLength(3);
    second.sri.reset();
    expect((await startSri({ journal })).sri.documents()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
