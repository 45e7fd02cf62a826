import type { Request, RequestHandler } from "express";

/** The most a route could ever want, and what is said when there is more. */
export type Limit = { mostBytes: number; text?: string; headers?: Record<string, string> };

/** So much that nobody reads is taken in and dropped, so that who sends it gets to see the answer; beyond it we stop listening. */
const DROPPED_BYTES = 512 * 1024 * 1024;

/**
 * Refuses bodies larger than a route could ever want, before anything reads them: 413 when the length is declared, a closed connection when
 * a body without one grows too long. Stands directly before the handler that reads the body, with nothing asynchronous between.
 */
export const limitBody =
  (limitOf: (request: Request) => Limit): RequestHandler =>
  (request, response, next) => {
    const { mostBytes, text = "too large", headers = {} } = limitOf(request);
    const declared = Number(request.headers["content-length"] ?? 0);
    if (declared > mostBytes) {
      if (declared > DROPPED_BYTES) response.set("Connection", "close");
      response
        .status(413)
        .set({ "Cache-Control": "no-store", ...headers })
        .type("text")
        .send(text);
      if (declared <= DROPPED_BYTES) request.resume();
      return;
    }
    let received = 0;
    const count = (chunk: Buffer): void => {
      received += chunk.length;
      if (received > mostBytes) request.destroy(new Error("the request's body is too large"));
    };
    request.on("data", count);
    // An answer that came before the body was read: the rest flows on and is dropped, else its sender never gets to the answer.
    response.once("finish", () => {
      if (!request.complete) request.removeAllListeners("data").on("data", count).resume();
    });
    // Listening lets the body flow from the next turn on: the handler begins to listen within this one.
    next();
  };
