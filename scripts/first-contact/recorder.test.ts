import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startRecorder } from "./recorder.ts";
import { shapeOf } from "./shape.ts";
import { xmlFacts } from "./xml-facts.ts";

async function anEcho(): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += String(chunk)));
    request.on("end", () =>
      response
        .writeHead(201, { "x-kept": "yes", "content-type": "text/plain" })
        .end(`${request.method} ${request.url} ${request.headers.host} ${body}`),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => new Promise((done) => server.close(() => done())));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("what passes is handed on unchanged and remembered", async () => {
  const host = await anEcho();
  const recorder = await startRecorder({ target: `http://${host}/base/`, keep: (path) => path.startsWith("/kept") });
  onTestFinished(recorder.close);
  const answer = await fetch(`${recorder.url}/kept?a=1`, { method: "POST", body: "hóla", headers: { "x-shopify-topic": "orders/create" } });
  expect([answer.status, answer.headers.get("x-kept"), await answer.text()]).toEqual([
    201,
    "yes",
    `POST /base/kept?a=1 ${new URL(recorder.url).host} hóla`,
  ]);
  await (await fetch(`${recorder.url}/other`)).text();
  expect(recorder.exchanges.map(({ path, requestBody, status }) => [path, requestBody, status])).toEqual([["/kept?a=1", "hóla", 201]]);
  expect(recorder.exchanges[0]?.requestHeaders["x-shopify-topic"]).toBe("orders/create");
});

test("another site gets its own name; a silent one is a 502, remembered as no answer", async () => {
  const host = await anEcho();
  const recorder = await startRecorder({ target: `http://${host}`, keep: () => true, ownHost: true });
  onTestFinished(recorder.close);
  expect(await (await fetch(recorder.url)).text()).toBe(`GET / ${host} `);
  const silent = await startRecorder({ target: "http://127.0.0.1:9", keep: () => true });
  onTestFinished(silent.close);
  expect((await fetch(silent.url)).status).toBe(502);
  expect(silent.exchanges[0]?.status).toBe(0);
});

test("an envelope's prefixes don't matter, its namespaces and elements do", () => {
  const of = (p: string, inner: string) =>
    shapeOf(xmlFacts(`<${p}:Envelope xmlns:${p}="http://x/soap/"><${p}:Body><r xmlns="">${inner}</r></${p}:Body></${p}:Envelope>`));
  expect(of("S", "<estado>RECIBIDA</estado>")).toEqual(of("soap", "<estado>RECIBIDA</estado>"));
  expect(of("S", "<estado>RECIBIDA</estado>")).toMatchObject({
    "Envelope.Body.r.estado": ["= RECIBIDA"],
    "Envelope.xmlns:x-soap-": ["boolean"],
  });
  expect(Object.keys(of("S", "<m>1</m><m>2</m>"))).toContain("Envelope.Body.r.m[]");
});

test("what is no XML, or has a DOCTYPE, is unreadable and not thrown", () => {
  for (const text of ["", "<html><p>", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`]) expect(xmlFacts(text)).toEqual({ unreadable: true });
});
