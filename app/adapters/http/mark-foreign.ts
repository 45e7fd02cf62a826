import type { RequestHandler } from "express";

/**
 * A form of another site comes with its Origin, or one that is none. Remix answers those with an empty 500 and our log with a stack, so the
 * origin is taken away and what it said is kept in the header by which browsers say the same: the route refuses it in words.
 */
export const markForeign: RequestHandler = (request, _response, next) => {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== "null" && hostOf(origin) !== hostAsked(request.headers)) {
    delete request.headers.origin;
    request.headers["sec-fetch-site"] = "cross-site";
  }
  next();
};

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** As Remix reads it: what the nearest proxy was asked for, else what we were. */
function hostAsked(headers: { [name: string]: string | string[] | undefined }): string | undefined {
  const [forwarded] = [headers["x-forwarded-host"]].flat();
  return forwarded?.split(",")[0]?.trim() || [headers.host].flat()[0];
}
