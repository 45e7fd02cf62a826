import { expect, test } from "vitest";
import { aFactura } from "./testing/a-factura";
import { keyOf } from "./testing/head";
import { envelope, signed, startSri } from "./testing/wire";

const KEY = keyOf(aFactura());

test("down is 503 or a cut connection, and only as often as asked for", async () => {
  const { faults, post, send } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "down", count: 1 });
  expect((await post("RecepcionComprobantesOffline", "")).status).toBe(503);
  faults.add({ part: "ec-sri-authorisation", kind: "down", code: "reset", count: 1 });
  await expect(post("AutorizacionComprobantesOffline", "")).rejects.toThrow();
  expect(await send(signed())).toMatchObject({ state: "RECIBIDA" });
});

test("slow answers late but rightly", async () => {
  const { faults, send } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "slow", ms: 120, count: 1 });
  const started = performance.now();
  expect(await send(signed())).toMatchObject({ state: "RECIBIDA" });
  expect(performance.now() - started).toBeGreaterThan(100);
});

test("every call takes the latency that was asked for", async () => {
  const { ask } = await startSri({ latencyMs: 80 });
  const started = performance.now();
  await ask(KEY);
  expect(performance.now() - started).toBeGreaterThan(70);
});

test("timeout-after-accept registers and never answers: who asks finds the document, who sends again gets 43", async () => {
  const { faults, send, ask } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "timeout-after-accept", ms: 20, count: 1 });
  await expect(send(signed())).rejects.toThrow();
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
  expect(await send(signed())).toMatchObject({ codes: ["43"] });
});

test("timeout-after-accept on the authorisation cuts the answer, not the document", async () => {
  const { faults, send, ask } = await startSri();
  await send(signed());
  faults.add({ part: "ec-sri-authorisation", kind: "timeout-after-accept", ms: 20, count: 1 });
  await expect(ask(KEY)).rejects.toThrow();
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
});

test("reject at reception returns the code and registers nothing", async () => {
  const { faults, send, sri } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "reject", code: "28", count: 1 });
  expect(await send(signed())).toMatchObject({ state: "DEVUELTA", codes: ["28"], accessKey: KEY });
  expect(sri.documents()).toEqual([]);
});

test("reject at authorisation is a verdict that stays, and leaves the key and number free for a correction", async () => {
  const { faults, send, ask } = await startSri();
  await send(signed());
  faults.add({ part: "ec-sri-authorisation", kind: "reject", code: "56", count: 1 });
  expect(await ask(KEY)).toMatchObject([{ state: "NO AUTORIZADO", codes: ["56"] }]);
  expect(await ask(KEY)).toMatchObject([{ state: "NO AUTORIZADO", codes: ["56"] }]);
  expect(await send(signed({ numericCode: "87654321" }))).toMatchObject({ state: "RECIBIDA" });
});

test("in process: so many questions get no authorisation, and what is sent again meanwhile gets 70", async () => {
  const { faults, send, ask } = await startSri();
  faults.add({ part: "ec-sri-authorisation", kind: "in-process", count: 2 });
  expect(await send(signed())).toMatchObject({ state: "RECIBIDA" });
  expect(await ask(KEY)).toEqual([]);
  expect(await send(signed())).toMatchObject({ state: "DEVUELTA", codes: ["70"] });
  expect(await ask(KEY)).toEqual([]);
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
  expect(await send(signed())).toMatchObject({ codes: ["43"] });
});

test("in process with a code is told as a state", async () => {
  const { faults, send, ask } = await startSri();
  faults.add({ part: "ec-sri-authorisation", kind: "in-process", code: "PPR", count: 1 });
  await send(signed());
  expect(await ask(KEY)).toMatchObject([{ state: "EN PROCESO", number: "" }]);
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
});

test("in process at reception: what is right is taken but returned with 70, sent for the first time or again; what is wrong is not", async () => {
  const { faults, send, ask, sri } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "in-process", count: 3 });
  expect(await send(signed({ ambiente: "2" }))).toMatchObject({ codes: ["60"] });
  expect(sri.documents()).toEqual([]);
  expect(await send(signed())).toMatchObject({ state: "DEVUELTA", codes: ["70"], accessKey: KEY });
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
  expect(await send(signed())).toMatchObject({ codes: ["70"] });
  expect(await send(signed())).toMatchObject({ codes: ["43"] });
});

test.each([
  { code: undefined, registered: 1 },
  { code: "lost", registered: 0 },
])("a reception that answers nothing (code: $code) has registered $registered", async ({ code, registered }) => {
  const { faults, send, ask } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "empty", count: 1, ...(code ? { code } : {}) });
  expect(await send(signed())).toMatchObject({ state: "", codes: [] });
  expect(await ask(KEY)).toHaveLength(registered);
});

test("an empty authorisation hides a document that is there: asked again it is shown, sent again it is known", async () => {
  const { faults, send, ask } = await startSri();
  await send(signed());
  faults.add({ part: "ec-sri-authorisation", kind: "empty", count: 2 });
  expect(await ask(KEY)).toEqual([]);
  expect(await send(signed())).toMatchObject({ codes: ["43"] });
  expect(await ask(KEY)).toEqual([]);
  expect(await ask(KEY)).toMatchObject([{ state: "AUTORIZADO" }]);
});

test("an authorisation may answer without any content at all", async () => {
  const { faults, post } = await startSri();
  faults.add({ part: "ec-sri-authorisation", kind: "empty", code: "void", count: 1 });
  const argument = `<claveAccesoComprobante>${KEY}</claveAccesoComprobante>`;
  const answer = await post("AutorizacionComprobantesOffline", envelope("ec.gob.sri.ws.autorizacion", "autorizacionComprobante", argument));
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/autorizacionComprobanteResponse [^>]*><\/ns2:auto/)]);
});

test.each([
  { kind: "garbled", code: "html", registered: 0 },
  { kind: "garbled", code: undefined, registered: 1 },
] as const)("a reception that answers no SOAP (code: $code) has registered $registered", async ({ kind, code, registered }) => {
  const { faults, post, ask } = await startSri();
  faults.add({ part: "ec-sri-reception", kind, count: 1, ...(code ? { code } : {}) });
  const body = envelope("ec.gob.sri.ws.recepcion", "validarComprobante", `<xml>${signed()}</xml>`);
  const answer = await post("RecepcionComprobantesOffline", body);
  expect([answer.status, (await answer.text()).endsWith("</soap:Envelope>")]).toEqual([200, false]);
  expect(await ask(KEY)).toHaveLength(registered);
});

test("a document that was annulled stays so, and keeps its key and number", async () => {
  const { faults, send, ask } = await startSri();
  await send(signed());
  faults.add({ part: "ec-sri-authorisation", kind: "annulled", count: 1 });
  expect([await ask(KEY), await ask(KEY)]).toMatchObject([[{ state: "ANULADO" }], [{ state: "ANULADO" }]]);
  expect(await send(signed())).toMatchObject({ codes: ["43"] });
  expect(await send(signed({ numericCode: "87654321" }))).toMatchObject({ codes: ["45"] });
});

test("a fault about one document strikes it at both services, also one that never arrived, and no other", async () => {
  const { faults, post, send, ask } = await startSri();
  faults.add({ part: "ec-sri-reception", kind: "down", code: "500", about: KEY, count: 1 });
  const other = signed({ numericCode: "87654321", secuencial: "000000002" });
  expect(await send(other)).toMatchObject({ state: "RECIBIDA" });
  const body = envelope("ec.gob.sri.ws.recepcion", "validarComprobante", `<xml>${signed()}</xml>`);
  expect((await post("RecepcionComprobantesOffline", body)).status).toBe(500);
  faults.add({ part: "ec-sri-authorisation", kind: "down", about: "<secuencial>000000002<", count: 1 });
  expect(await ask(KEY)).toEqual([]);
  await expect(ask(keyOf(aFactura({ numericCode: "87654321", secuencial: "000000002" })))).rejects.toThrow();
});
