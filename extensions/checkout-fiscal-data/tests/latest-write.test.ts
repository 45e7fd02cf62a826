import { expect, test } from "vitest";
import { latestWrite, type WriteState } from "../src/latest-write";

/** A cart whose answers the test gives by hand. */
function slowCart(stored: string | null = null) {
  const writes: { value: string | null; answer: (written: boolean) => void; fail: (error: Error) => void }[] = [];
  const states: WriteState[] = [];
  const cart = latestWrite(
    (value) => new Promise((answer, fail) => writes.push({ value, answer, fail })),
    stored,
    (state) => states.push(state),
  );
  const answer = async (index: number, written: boolean) => {
    writes[index]?.answer(written);
    await new Promise(setImmediate);
  };
  return { cart, writes, states, answer, values: () => writes.map(({ value }) => value) };
}

test("wishes made during a write replace each other and only the last is written", async () => {
  const { cart, values, states, answer } = slowCart();
  for (const wish of ["a", "b", "c"]) cart.want(wish);
  expect(values()).toEqual(["a"]);
  await answer(0, true);
  expect(values()).toEqual(["a", "c"]);
  await answer(1, true);
  expect(states.at(-1)).toBe("saved");
});

test("what the cart holds already is not written again", () => {
  const { cart, values } = slowCart("a");
  cart.want("a");
  expect(values()).toEqual([]);
});

test("going back to the first value during a write still writes it", async () => {
  const { cart, values, answer } = slowCart("a");
  cart.want("b");
  cart.want("a");
  await answer(0, true);
  expect(values()).toEqual(["b", "a"]);
});

test("a refused write says so, and a retry writes the latest wish", async () => {
  const { cart, values, states, answer } = slowCart();
  cart.want("a");
  await answer(0, false);
  expect(states.at(-1)).toBe("failed");
  cart.retry();
  await answer(1, true);
  expect(values()).toEqual(["a", "a"]);
  expect(states.at(-1)).toBe("saved");
});

test("after a refusal the old value is written again: the cart may hold either", async () => {
  const { cart, values, answer } = slowCart("a");
  cart.want("b");
  await answer(0, false);
  cart.want("a");
  expect(values()).toEqual(["b", "a"]);
});

test("a newer wish made while a write was refused is tried at once", async () => {
  const { cart, values, answer } = slowCart();
  cart.want("a");
  cart.want("b");
  await answer(0, false);
  expect(values()).toEqual(["a", "b"]);
});

test("a lost connection is a failed write", async () => {
  const { cart, writes, states } = slowCart();
  cart.want("a");
  writes[0]?.fail(new Error("offline"));
  await new Promise(setImmediate);
  expect(states.at(-1)).toBe("failed");
});

test("taking the value away ends idle, not saved", async () => {
  const { cart, states, answer } = slowCart("a");
  cart.want(null);
  await answer(0, true);
  expect(states.at(-1)).toBe("idle");
});
