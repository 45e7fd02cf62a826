// @vitest-environment node
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { buildExtensions } from "../../build.mjs";

test("the bundle registers the block with checkout, and leaves room below Shopify's 64 KB", async () => {
  const bundle = (await buildExtensions()).find(({ name }) => name === "checkout-fiscal-data");
  expect(bundle?.targets).toEqual(["purchase.checkout.block.render"]);
  expect(bundle?.bytes).toBeLessThan(48 * 1024);
  const registered: string[] = [];
  const shopify = { extend: (target: string) => registered.push(target) };
  runInNewContext(readFileSync(bundle?.file ?? "", "utf8"), { shopify });
  expect(registered).toEqual(["purchase.checkout.block.render"]);
});
