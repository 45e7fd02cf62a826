import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const BODY_LIMIT_BYTES = 30 * 1024 * 1024;

export interface SandboxRequest {
  method: string;
  url: URL;
  /** Path parameters, decoded: `:name` one segment, `*name` the rest of the path. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The body as JSON; what is no JSON is answered with 422, the handler need not care. */
  json<T = unknown>(): T;
  form(): URLSearchParams;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** Writes the body bit by bit, in its own time. */
  stream?: (response: ServerResponse) => void;
  /** Cuts the connection without an answer, as a server that dies does. */
  hangUp?: boolean;
}

export type Handler = (request: SandboxRequest) => Answer | Promise<Answer>;
export interface FieldError {
  path: string;
  message: string;
}
export interface Router {
  /** Registers a handler; of two that match, the first registered answers. */
  on(method: string, path: string, handler: Handler): Router;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export const bytes = (body: string | Uint8Array, contentType: string, status = 200): Answer => ({
  status,
  headers: { "content-type": contentType },
  body,
});
export const json = (value: unknown, status = 200): Answer => bytes(JSON.stringify(value), "application/json; charset=utf-8", status);
export const html = (text: string, status = 200): Answer => bytes(text, "text/html; charset=utf-8", status);
export const text = (body: string, status = 200): Answer => bytes(body, "text/plain; charset=utf-8", status);
export const notFound = (message = "not found"): Answer => json({ errors: [{ path: "", message }] }, 404);
export const invalid = (errors: FieldError[]): Answer => json({ errors }, 422);
export const redirect = (location: string, status = 303): Answer => ({ status, headers: { location } });
export const noContent = (): Answer => ({ status: 204 });
export const hangUp = (): Answer => ({ hangUp: true });

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** Makes a text safe in HTML and XML, between tags and inside quoted attributes. */
export const escapeHtml = (value: unknown): string =>
  String(value ?? "").replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** Waits real milliseconds: for faults that play a slow server, never for a state. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class Refused extends Error {
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`);
  }
}

export function createRouter(): Router {
  const routes: { method: string; pattern: RegExp; handler: Handler }[] = [];

  function find(
    method: string,
    pathname: string,
  ): { handler: Handler; params: Record<string, string> } | "no such path" | "no such method" {
    let pathIsKnown = false;
    for (const route of routes) {
      const match = route.pattern.exec(pathname);
      if (!match) continue;
      if (route.method === method || (method === "HEAD" && route.method === "GET")) {
        return { handler: route.handler, params: decodeAll(match.groups ?? {}) };
      }
      pathIsKnown = true;
    }
    return pathIsKnown ? "no such method" : "no such path";
  }

  async function answerTo(request: IncomingMessage): Promise<Answer> {
    const method = request.method ?? "GET";
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "localhost"}`);
    const found = find(method, url.pathname);
    if (found === "no such path") return notFound(`nothing at ${method} ${url.pathname}`);
    if (found === "no such method") return json({ errors: [{ path: "", message: `${method} is not allowed here` }] }, 405);
    const body = await readBody(request);
    return found.handler({
      method,
      url,
      params: found.params,
      headers: request.headers,
      body,
      json: <T>() => parseJson(body) as T,
      form: () => new URLSearchParams(body.toString("utf8")),
    });
  }

  const router: Router = {
    on(method, path, handler) {
      routes.push({ method, pattern: patternOf(path), handler });
      return router;
    },
    async handle(request, response) {
      try {
        send(response, await answerTo(request));
      } catch (error) {
        if (error instanceof Refused) return send(response, error.answer);
        console.error(error);
        send(response, json({ errors: [{ path: "", message: "the sandbox failed; its log says why" }] }, 500));
      }
    },
  };
  return router;
}

/** Listens (port 0: any free one); `close` ends kept-alive and hanging connections too. */
export async function serve(router: Router, port: number, host = "127.0.0.1"): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => void router.handle(request, response));
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:(\w+)/g, "(?<$1>[^/]+)")
    .replace(/\*(\w+)/g, "(?<$1>.*)");
  return new RegExp(`^${source}/?$`);
}

function decodeAll(raw: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, decodeURIComponent(value)]));
  } catch {
    throw new Refused(json({ errors: [{ path: "", message: "the path is not well encoded" }] }, 400));
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Too much is read to its end but not kept: a client that is still writing would not see the answer.
    if (size <= BODY_LIMIT_BYTES) chunks.push(chunk);
  }
  if (size > BODY_LIMIT_BYTES) throw new Refused(text("the body is larger than 30 MB", 413));
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new Refused(invalid([{ path: "", message: "the body is not JSON" }]));
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer.hangUp) {
    response.socket?.destroy();
    return;
  }
  response.writeHead(answer.status ?? 200, answer.headers);
  if (answer.stream) return answer.stream(response);
  response.end(answer.body);
}
