import { expect, test } from "vitest";
import { weightier } from "./weight";

const of = (code: string) => ({ code });

test.each([
  ["an authority's rejection", "a refusal of Shopify's", "rejected", "shopify_refused"],
  ["an authority's rejection", "a mail refused", "rejected", "mail_refused"],
  ["a mail refused", "a refusal of Shopify's", "mail_refused", "shopify_refused"],
  ["a missing address", "a refusal of Shopify's", "buyer_email_missing", "shopify_refused"],
  ["a refusal of Shopify's", "a price notice", "shopify_refused", "price_differs"],
  ["a refusal of Shopify's", "a delayed mail", "shopify_refused", "mail_delayed"],
  ["a card that can't be captured", "an authority that is silent", "capture_failed", "authority_unreachable"],
  ["what nobody has weighed", "a mail refused", "something_new", "mail_refused"],
])("%s is seen before %s, whichever came first", (_more, _less, more, less) => {
  expect([weightier(of(more), of(less)), weightier(of(less), of(more))]).toEqual([of(more), of(more)]);
});

test("of equals the newer is seen, and something before nothing", () => {
  expect(weightier({ code: "shopify_refused", reason: "old" }, { code: "shopify_refused", reason: "new" })).toMatchObject({
    reason: "new",
  });
  expect(weightier(of("rejected"), of("number_taken"))).toEqual(of("number_taken"));
  expect([weightier(null, of("price_differs")), weightier(of("price_differs"), null), weightier(null, null)]).toEqual([
    of("price_differs"),
    of("price_differs"),
    null,
  ]);
});
