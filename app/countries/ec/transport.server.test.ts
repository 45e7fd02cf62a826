import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { TransientFailure } from "~/ports/failures";
import { recover, transmit } from "./transport.server";

const KEY = "2311202601179206034600110010010000001231234567814";
const DOCUMENT = { xml: "<factura>ñ</factura>", accessKey: KEY };

type Reply = { status?: number; body: string; hang?: boolean; stream?: number };
type Call = { path: string; body: string };
const servers: Server[] = [];

afterEach(() => servers.splice(0).forEach(stop));

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** Plays SRI with prepared answers, the last one repeated, and notes what it was asked. */
async function sri(replies: { reception?: Reply[]; authorisation?: Reply[] }, timeoutMs = 5000) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const path = request.url ?? "";
      calls.push({ path, body });
      const queue = (path.endsWith("RecepcionComprobantesOffline") ? replies.reception : replies.authorisation) ?? [];
      const reply = (queue.length > 1 ? queue.shift() : queue[0]) ?? { status: 404, body: "" };
      if (reply.hang) return;
      response.writeHead(reply.status ?? 200, { location: "/elsewhere" });
      for (let i = 0; i < (reply.stream ?? 0); i++) response.write(" ".repeat(1_000_000));
      response.end(reply.body);
    });
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { calls, net: { testUrl: `${base}/`, productionUrl: `${base}/production`, timeoutMs } };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const soap = (inner: string): Reply => ({
  body: `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${inner}</soap:Body></soap:Envelope>`,
});
const message = (code: string, kind = "ERROR", text = "MENSAJE") =>
  `<mensaje><identificador>${code}</identificador><mensaje>${text}</mensaje><informacionAdicional>detalle</informacionAdicional><tipo>${kind}</tipo></mensaje>`;
const reception = (state: string, messages = "") =>
  soap(
    `<ns2:validarComprobanteResponse xmlns:ns2="http://ec.gob.sri.ws.recepcion"><RespuestaRecepcionComprobante><estado>${state}</estado><comprobantes>` +
      `<comprobante><claveAcceso>${KEY}</claveAcceso><mensajes>${messages}</mensajes></comprobante></comprobantes></RespuestaRecepcionComprobante></ns2:validarComprobanteResponse>`,
  );
const authorisation = (state: string, messages = "") =>
  `<autorizacion><estado>${state}</estado><numeroAutorizacion>${KEY}</numeroAutorizacion><fechaAutorizacion>2026-11-23T11:10:12-05:00</fechaAutorizacion>` +
  `<ambiente>PRUEBAS</ambiente><comprobante><![CDATA[<?xml version="1.0"?><!DOCTYPE none><factura>ñ</factura>]]></comprobante><mensajes>${messages}</mensajes></autorizacion>`;
const answered = (...authorisations: string[]) =>
  soap(
    `<ns2:autorizacionComprobanteResponse xmlns:ns2="http://ec.gob.sri.ws.autorizacion"><RespuestaAutorizacionComprobante><claveAccesoConsultada>${KEY}</claveAccesoConsultada>` +
      `<numeroComprobantes>${authorisations.length}</numeroComprobantes><autorizaciones>${authorisations.join("")}</autorizaciones>` +
      `</RespuestaAutorizacionComprobante></ns2:autorizacionComprobanteResponse>`,
  );

test("received and authorised: one call each, the document as base64 of its UTF-8 bytes", async () => {
  const { net, calls } = await sri({
    reception: [reception("RECIBIDA")],
    authorisation: [answered(authorisation("AUTORIZADO", message("60", "ADVERTENCIA")))],
  });
  expect(await transmit(DOCUMENT, "test", net)).toEqual({
    state: "authorised",
    authorisation: {
      number: KEY,
      at: "2026-11-23T16:10:12.000Z",
      environment: "PRUEBAS",
      xml: '<?xml version="1.0"?><!DOCTYPE none><factura>ñ</factura>',
    },
    messages: [{ code: "60", text: "MENSAJE", detail: "detalle", kind: "warning" }],
  });
  expect(calls.map((call) => call.path)).toEqual([
    "/comprobantes-electronicos-ws/RecepcionComprobantesOffline",
    "/comprobantes-electronicos-ws/AutorizacionComprobantesOffline",
  ]);
  expect(calls[0]?.body).toContain(`<xml>${Buffer.from(DOCUMENT.xml, "utf8").toString("base64")}</xml>`);
  expect(calls[1]?.body).toContain(`<claveAccesoComprobante>${KEY}</claveAccesoComprobante>`);
});

test("production is another address", async () => {
  const { net, calls } = await sri({ authorisation: [answered()] });
  await recover(KEY, "production", net);
  expect(calls[0]?.path).toBe("/production/comprobantes-electronicos-ws/AutorizacionComprobantesOffline");
});

test("received, then silence or nothing yet: asked three times, then pending, never unknown", async () => {
  const silent = await sri({
    reception: [reception("RECIBIDA")],
    authorisation: [{ status: 503, body: "" }, answered(), answered(authorisation("EN PROCESO"))],
  });
  expect(await transmit(DOCUMENT, "test", silent.net)).toEqual({ state: "pending", messages: [] });
  expect(silent.calls).toHaveLength(4);
});

test.each(["43", "70"])("%s means it is there already: asked for, not a rejection", async (code) => {
  const { net, calls } = await sri({
    reception: [reception("DEVUELTA", message(code))],
    authorisation: [answered(authorisation("AUTORIZADO"))],
  });
  expect(await transmit(DOCUMENT, "test", net)).toMatchObject({ state: "authorised" });
  expect(calls.filter((call) => call.path.includes("Recepcion"))).toHaveLength(1);
});

test.each([
  ["35", false],
  ["39", false],
  ["45", true],
  ["52", false],
  ["58", false],
  ["60", false],
  ["65", false],
  ["12345", false],
])("returned with %s is a rejection, number burned: %s", async (code, numberBurned) => {
  const { net } = await sri({ reception: [reception("DEVUELTA", message("59", "ADVERTENCIA") + message(code))] });
  expect(await transmit(DOCUMENT, "test", net)).toMatchObject({ state: "rejected", code, numberBurned });
});

test("refused at authorisation is a rejection too; of several authorisations the authorised one counts", async () => {
  const refused = authorisation("NO AUTORIZADO", message("39"));
  const first = await sri({ reception: [reception("RECIBIDA")], authorisation: [answered(refused)] });
  expect(await transmit(DOCUMENT, "test", first.net)).toMatchObject({ state: "rejected", code: "39", numberBurned: false });
  const second = await sri({ authorisation: [answered(refused, authorisation("AUTORIZADO"), refused)] });
  expect(await recover(KEY, "test", second.net)).toMatchObject({ state: "authorised" });
});

test("asked before any send: an empty list is absent, in process is pending, given up by SRI may be sent anew", async () => {
  expect(await recover(KEY, "test", (await sri({ authorisation: [answered()] })).net)).toEqual({ state: "absent", messages: [] });
  expect(await recover(KEY, "test", (await sri({ authorisation: [answered(authorisation("PPR"))] })).net)).toMatchObject({
    state: "pending",
  });
  expect(
    await recover(KEY, "test", (await sri({ authorisation: [answered(authorisation("NO AUTORIZADO", message("50")))] })).net),
  ).toMatchObject({ state: "absent" });
});

test.each(["50", "99"])("%s is SRI's own trouble: tried again later", async (code) => {
  const { net } = await sri({ reception: [reception("DEVUELTA", message(code))] });
  expect(await transmit(DOCUMENT, "test", net)).toMatchObject({ state: "troubled", code, messages: [{ code }] });
});

test("annulled at SRI is an answer of its own, unless one of several is authorised", async () => {
  const annulled = authorisation("ANULADO");
  expect(await recover(KEY, "test", (await sri({ authorisation: [answered(annulled)] })).net)).toMatchObject({ state: "annulled" });
  const anew = await sri({ authorisation: [answered(annulled, authorisation("AUTORIZADO"))] });
  expect(await recover(KEY, "test", anew.net)).toMatchObject({ state: "authorised" });
});

const BROKEN: [string, Reply][] = [
  ["an empty page", { body: "" }],
  ["a proxy's HTML", { body: "<html><body>Mantenimiento<br></body></html>" }],
  ["another service's XML", soap("<estado>RECIBIDA</estado>")],
  ["a SOAP fault", { ...soap("<soap:Fault><faultstring>x</faultstring></soap:Fault>"), status: 500 }],
  ["a fault with status 200", soap("<soap:Fault><faultstring>x</faultstring></soap:Fault>")],
  ["a state nobody knows", reception("QUIZÁS")],
  ["an error status", { status: 503, body: "" }],
  ["a redirection", { status: 302, body: "" }],
  ["ten megabytes of white space before a right answer", { ...reception("DEVUELTA", message("39")), stream: 10 }],
  ["entities", { body: `<!DOCTYPE a [<!ENTITY b "RECIBIDA">]>${reception("&b;").body}` }],
  [
    "an answer about another document",
    soap("<RespuestaAutorizacionComprobante><claveAccesoConsultada>1</claveAccesoConsultada></RespuestaAutorizacionComprobante>"),
  ],
];
test.each(BROKEN)("%s is no answer: transient, for sending and for asking", async (_, reply) => {
  const { net } = await sri({ reception: [reply], authorisation: [reply] });
  await expect(transmit(DOCUMENT, "test", net)).rejects.toThrow(TransientFailure);
  await expect(recover(KEY, "test", net)).rejects.toThrow(TransientFailure);
});

test("nobody listening, and somebody who never answers", async () => {
  const { net } = await sri({ reception: [{ body: "", hang: true }] }, 100);
  await expect(transmit(DOCUMENT, "test", net)).rejects.toThrow(/TimeoutError/);
  servers.splice(0).forEach(stop);
  await expect(recover(KEY, "test", net)).rejects.toThrow(/ECONNREFUSED/);
});
