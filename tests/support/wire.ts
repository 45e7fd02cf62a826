import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";

/** One call that passed; `name` is the SOAP service or the GraphQL operation. */
export type Call = { name: string; path: string; body: string };
type Trouble = { matches: (call: Call) => boolean; left: number; strike: (answer: () => void, lose: () => void) => void };

const nameOf = (path: string, body: string): string =>
  path.endsWith("/graphql.json") ? (/\b(?:query|mutation) (\w+)/.exec(body)?.[1] ?? "") : path.split("/").at(-1)!;

/** Stands between the product and one of its counterparts: keeps what passes, and can lose or hold back an answer whose call was carried out. */
export async function openWire(target: string) {
  const calls: Call[] = [];
  let troubles: Trouble[] = [];
  let waitMs = 0;
  let refusals = new Map<string, object>();
  let rewritten = (text: string): string => text;
  const server = createServer((request, response) => void pass(request, response).catch(() => response.socket?.destroy()));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const [path = ""] = (request.url ?? "").split("?");
    const call = { name: nameOf(path, body.toString("utf8")), path, body: body.toString("utf8") };
    calls.push(call);
    await pause(waitMs);
    const refusal = refusals.get(call.name);
    if (refusal) return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(refusal));
    const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
    const answer = await fetch(target + request.url, {
      method: request.method!,
      headers: headers as Record<string, string>,
      body: body.length > 0 ? body : null,
    });
    const content = rewritten(await answer.text());
    const give = () =>
      void response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" }).end(content);
    const trouble = troubles.find(({ matches, left }) => left > 0 && matches(call));
    if (!trouble) return give();
    trouble.left -= 1;
    trouble.strike(give, () => response.socket?.destroy());
  }

  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    named: (name: string) => calls.filter((call) => call.name === name),
    /** The call is carried out, its answer never arrives. */
    loseAnswers: (name: string, count = 1) =>
      void troubles.push({ matches: (call) => call.name === name, left: count, strike: (_give, lose) => lose() }),
    pendingLosses: () => troubles.reduce((sum, { left }) => sum + left, 0),
    /** The next answer to such a call waits; `held` tells that it does, `release` lets it go. */
    holdAnswer(matches: (call: Call) => boolean): { held: Promise<void>; release: () => void } {
      let release = (): void => undefined;
      const held = new Promise<void>((isHeld) => {
        const strike = (give: () => void) => {
          release = give;
          isHeld();
        };
        troubles.push({ matches, left: 1, strike });
      });
      return { held, release: () => release() };
    },
    /** Every call takes longer by this. */
    slowBy: (ms: number) => void (waitMs = ms),
    /** Such calls are not passed on: this is their answer. */
    refuse: (name: string, answer: object) => void refusals.set(name, answer),
    /** Answers say something else than the counterpart said. */
    rewrite: (change: typeof rewritten) => void (rewritten = change),
    mend() {
      refusals = new Map();
      rewritten = (text) => text;
      troubles = [];
      waitMs = 0;
    },
    /** Nobody listens any more: connections are refused. */
    hangUp: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => void server.close(() => done()));
    },
    listenAgain: () => new Promise<void>((done) => (server.listening ? done() : void server.listen(port, "127.0.0.1", done))),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => void server.close(() => done()));
    },
  };
}
export type Wire = Awaited<ReturnType<typeof openWire>>;
