import type { HeadersFunction } from "@remix-run/node";
import { PROBLEM_HEADER } from "./problem";

/** The same on every courier page and every refusal. */
export const courierHeaders: HeadersFunction = ({ actionHeaders, errorHeaders }) => {
  const headers = new Headers({ "Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer" });
  const problem = (errorHeaders ?? actionHeaders).get(PROBLEM_HEADER);
  const retry = errorHeaders?.get("Retry-After");
  if (problem) headers.set(PROBLEM_HEADER, problem);
  if (retry) headers.set("Retry-After", retry);
  return headers;
};
