import { expect, test } from "vitest";
import { courierHeaders } from "./headers";

const headersOf = (given: { actionHeaders?: Headers; errorHeaders?: Headers }) =>
  new Headers(
    courierHeaders({
      actionHeaders: new Headers(),
      errorHeaders: undefined,
      loaderHeaders: new Headers(),
      parentHeaders: new Headers(),
      ...given,
    }),
  );

test("what stands in the way reaches the page's script, whether it was answered or thrown", () => {
  const problem = new Headers({ "X-Problem": "delivery_not_yours" });
  expect(headersOf({ actionHeaders: problem }).get("X-Problem")).toBe("delivery_not_yours");
  expect(headersOf({ errorHeaders: problem }).get("X-Problem")).toBe("delivery_not_yours");
  expect(headersOf({}).get("X-Problem")).toBeNull();
});

test("no page of a courier is kept or indexed, and one who must wait learns how long", () => {
  const headers = headersOf({ errorHeaders: new Headers({ "Retry-After": "600" }) });
  expect([headers.get("Cache-Control"), headers.get("X-Robots-Tag"), headers.get("Retry-After")]).toEqual(["no-store", "noindex", "600"]);
});
