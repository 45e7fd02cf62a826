// Stands between two parties, hands everything through unchanged and remembers what was said: the app cannot tell us what headers a
// webhook had or how an authority's envelope looked, since it keeps neither.
import { createServer, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { AddressInfo } from "node:net";

export type Exchange = {
  at: Date;
  method: string;
  path: string;
  requestHeaders: IncomingHttpHeaders;
  requestBody: string;
  /** 0: the other side did not answer. */
  status: number;
  responseHeaders: IncomingHttpHeaders;
  responseBody: string;
  ms: number;
};
export type Recorder = { url: string; exchanges: Exchange[]; close: () => Promise<void> };

type Options = {
  target: string;
  port?: number;
  /** What is worth remembering. */
  keep: (path: string) => boolean;
  /** The target is another site than the caller asked for: it gets its own name as Host. */
  ownHost?: boolean;
};

const MOST_EXCHANGES = 2000;

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function forward(target: URL, message: IncomingMessage, body: Buffer, ownHost: boolean): Promise<Answer> {
  const send = target.protocol === "https:" ? httpsRequest : httpRequest;
  const headers = { ...message.headers, ...(ownHost ? { host: target.host } : {}), "accept-encoding": "identity" };
  const url = new URL(target.pathname.replace(/\/$/, "") + (message.url ?? "/"), target);
  return new Promise((done, reject) => {
    const outgoing = send(url, { method: message.method, headers }, (incoming) => {
      bodyOf(incoming).then((answered) => done({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: answered }), reject);
    });
    outgoing.once("error", reject);
    outgoing.end(body);
  });
}

/** Listens and forwards to `target`. */
export async function startRecorder({ target, port = 0, keep, ownHost = false }: Options): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const server = createServer((message, response) => {
    const at = new Date();
    const started = performance.now();
    const handOver = async () => {
      const body = await bodyOf(message);
      const answer: Answer = await forward(new URL(target), message, body, ownHost).catch(() => ({
        status: 0,
        headers: {},
        body: Buffer.alloc(0),
      }));
      if (keep(message.url ?? "/") && exchanges.length < MOST_EXCHANGES)
        exchanges.push({
          ...{
            at,
            method: message.method ?? "",
            path: message.url ?? "/",
            requestHeaders: message.headers,
            requestBody: body.toString("utf8"),
            status: answer.status,
          },
          ...{ responseHeaders: answer.headers, responseBody: answer.body.toString("utf8"), ms: Math.round(performance.now() - started) },
        });
      if (answer.status === 0) return void response.writeHead(502).end();
      const { "transfer-encoding": _chunked, connection: _connection, ...headers } = answer.headers;
      response.writeHead(answer.status, headers).end(answer.body);
    };
    handOver().catch(() => response.destroy()); // the caller has gone
  });
  await new Promise<void>((done, reject) => server.once("error", reject).listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
