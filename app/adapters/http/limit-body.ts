import type { RequestHandler } from "express";

/**
 * Refuses bodies larger than a route could ever want, before anything reads them: 413 when the length is declared, a closed connection when
 * a body without one grows too long. Stands directly before the handler that reads the body, with nothing asynchronous between.
 */
export const limitBody =
  (mostBytes: number): RequestHandler =>
  (request, response, next) => {
    if (Number(request.headers["content-length"] ?? 0) > mostBytes) {
      response.status(413).set("Connection", "close").type("text").send("too large");
      return;
    }
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > mostBytes) request.destroy(new Error("the request's body is too large"));
    });
    // Listening lets the body flow from the next turn on: the handler begins to listen within this one.
    next();
  };
