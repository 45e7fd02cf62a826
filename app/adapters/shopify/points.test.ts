import { expect, test } from "vitest";
import { pointsBudget } from "./points";

const STATUS = { maximumAvailable: 2000, restoreRate: 100 };
const order = { domain: "a.myshopify.com", operation: "Order" };

/** A budget whose time passes only while it waits. */
function aBudget() {
  let now = 0;
  const budget = pointsBudget(
    () => now,
    async (ms) => void (now += ms),
  );
  return { ...budget, waited: () => now };
}

test("nothing is known of a shop: no wait", async () => {
  const { take, waited } = aBudget();
  await take({ ...order, urgency: "soon" });
  expect(waited()).toBe(0);
});

test("an urgent operation waits until its own points have come back, to the millisecond", async () => {
  const { take, learn, waited } = aBudget();
  learn(order, { requestedQueryCost: 250, throttleStatus: { ...STATUS, currentlyAvailable: 100 } });
  await take({ ...order, urgency: "now" });
  expect(waited()).toBe(1500);
});

test("what is not urgent waits until a quarter of the bucket is left over", async () => {
  const { take, learn, waited } = aBudget();
  learn(order, { requestedQueryCost: 250, throttleStatus: { ...STATUS, currentlyAvailable: 700 } });
  await take({ ...order, urgency: "now" });
  expect(waited()).toBe(0);
  await take({ ...order, urgency: "soon" });
  expect(waited()).toBe(3000);
});

test("points taken are gone until they come back; shops don't share a bucket", async () => {
  const { take, learn, waited } = aBudget();
  learn(order, { requestedQueryCost: 250, throttleStatus: { ...STATUS, currentlyAvailable: 500 } });
  for (let n = 0; n < 3; n++) await take({ ...order, urgency: "now" });
  expect(waited()).toBe(2500);
  await take({ ...order, domain: "b.myshopify.com", urgency: "now" });
  expect(waited()).toBe(2500);
});

test("an operation dearer than the whole bucket waits for a full one, not for ever", async () => {
  const { take, learn, waited } = aBudget();
  learn(order, { requestedQueryCost: 5000, throttleStatus: { ...STATUS, currentlyAvailable: 1900 } });
  await take({ ...order, urgency: "soon" });
  expect(waited()).toBe(1000);
});
