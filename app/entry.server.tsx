import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream, type RenderToPipeableStreamOptions } from "react-dom/server";
import { addDocumentResponseHeaders } from "~/shopify.server";

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("X-Content-Type-Options", "nosniff");
  // Bots wait for the whole page, browsers start with its shell.
  const ready = isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady";
  return new Promise((resolve, reject) => {
    let answer = status;
    const options: RenderToPipeableStreamOptions = {
      [ready]() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        answer = 500;
        console.error(error);
      },
    };
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, options);
  });
}

/** A bad address or a browser that went away is no failure of ours. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(error);
}
