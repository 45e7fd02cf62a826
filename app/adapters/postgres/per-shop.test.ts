import { expect, test } from "vitest";
import { perShop } from "./per-shop";

test("a shop's own is made once, and never another's", () => {
  const made: string[] = [];
  const of = perShop((shopId) => {
    made.push(shopId);
    return { shopId };
  });
  expect([of("a"), of("b"), of("a")]).toEqual([{ shopId: "a" }, { shopId: "b" }, { shopId: "a" }]);
  expect(of("a")).toBe(of("a"));
  expect(made).toEqual(["a", "b"]);
});

test("of very many shops not all are kept", () => {
  let made = 0;
  const of = perShop((shopId) => ({ shopId, nth: ++made }));
  for (let n = 0; n <= 500; n++) of(String(n));
  expect([of("500").nth, of("1").nth, of("0").nth]).toEqual([501, 2, 502]);
});
