import { afterEach, expect, test } from "vitest";
import { createRouter, escapeHtml, hangUp, html, invalid, json, notFound, serve, type Router } from "./http.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function listen(router: Router): Promise<string> {
  const server = await serve(router, 0);
  open.push(server);
  return `http://127.0.0.1:${server.port}`;
}

test("a handler gets the path's parameters decoded, and the rest of the path by a star", async () => {
  const base = await listen(
    createRouter()
      .on("GET", "/things/:id/part/:n", ({ params, url }) => json({ ...params, q: url.searchParams.get("q") }))
      .on("GET", "/files/*path", ({ params }) => json(params)),
  );
  expect(await (await fetch(`${base}/things/a%2Fb/part/2?q=%C3%B1`)).json()).toEqual({ id: "a/b", n: "2", q: "ñ" });
  expect(await (await fetch(`${base}/files/a/b.js`)).json()).toEqual({ path: "a/b.js" });
});

test("JSON and form bodies are read, and a body that is no JSON gets 422", async () => {
  const base = await listen(
    createRouter()
      .on("POST", "/json", (request) => json(request.json()))
      .on("POST", "/form", (request) => json(Object.fromEntries(request.form()))),
  );
  expect(await (await fetch(`${base}/json`, { method: "POST", body: '{"a":1}' })).json()).toEqual({ a: 1 });
  expect(await (await fetch(`${base}/form`, { method: "POST", body: "a=1&b=%C3%B1" })).json()).toEqual({ a: "1", b: "ñ" });
  const broken = await fetch(`${base}/json`, { method: "POST", body: "{" });
  expect([broken.status, await broken.json()]).toEqual([422, { errors: [{ path: "", message: "the body is not JSON" }] }]);
});

test("what is not there is 404, another method is 405, a refusal names its fields", async () => {
  const base = await listen(
    createRouter()
      .on("GET", "/page", () => html("<p>hi</p>"))
      .on("GET", "/missing", () => notFound())
      .on("GET", "/refused", () => invalid([{ path: "a.b", message: "no" }])),
  );
  expect((await fetch(`${base}/nowhere`)).status).toBe(404);
  expect((await fetch(`${base}/missing`)).status).toBe(404);
  expect((await fetch(`${base}/page`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${base}/page`, { method: "HEAD" })).status).toBe(200);
  expect((await fetch(`${base}/page/`)).headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await (await fetch(`${base}/refused`)).json()).toEqual({ errors: [{ path: "a.b", message: "no" }] });
});

test("a body above the limit is refused, the badly encoded path too", async () => {
  const base = await listen(createRouter().on("POST", "/:name", () => json({})));
  expect((await fetch(`${base}/big`, { method: "POST", body: Buffer.alloc(31 * 1024 * 1024) })).status).toBe(413);
  expect((await fetch(`${base}/%E0%A4%A`, { method: "POST" })).status).toBe(400);
});

test("hanging up cuts the connection, and closing does not wait for a handler that never answers", async () => {
  let enter = (): void => undefined;
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const never = () => {
    enter();
    return new Promise<never>(() => undefined);
  };
  const server = await serve(createRouter().on("GET", "/cut", hangUp).on("GET", "/never", never), 0);
  await expect(fetch(`http://127.0.0.1:${server.port}/cut`)).rejects.toThrow();
  const hanging = expect(fetch(`http://127.0.0.1:${server.port}/never`)).rejects.toThrow();
  await entered;
  await server.close();
  await hanging;
});

test("a port that is taken is an error, not silence", async () => {
  const first = await serve(createRouter(), 0);
  open.push(first);
  await expect(serve(createRouter(), first.port)).rejects.toThrow("EADDRINUSE");
});

test("text is made safe for tags and attributes", () => {
  expect(escapeHtml(`Ñandú & Cía. <S.A.> "La 'Esquina'"`)).toBe("Ñandú &amp; Cía. &lt;S.A.&gt; &quot;La &#39;Esquina&#39;&quot;");
});
