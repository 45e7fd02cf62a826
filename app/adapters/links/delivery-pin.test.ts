import { expect, test } from "vitest";
import { linksFor } from "./links";

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [before, rotated] = [linksFor("https://a", [key("a", 1)]), linksFor("https://a", [key("b", 2), key("a", 1)])];

test("a delivery's PIN has four digits, is always the same and no other's", () => {
  const pins = Array.from({ length: 40 }, (_, at) => before.deliveryPin(`d${at}`));
  expect(pins.every((pin) => /^\d{4}$/.test(pin))).toBe(true);
  expect(before.deliveryPin("d0")).toBe(pins[0]);
  expect(new Set(pins).size).toBeGreaterThan(35);
});

test("a PIN that was given before the key changed is still one; what was not given never is", () => {
  const pin = before.deliveryPin("d1");
  expect(rotated.isDeliveryPin("d1", pin)).toBe(true);
  expect(rotated.isDeliveryPin("d2", pin)).toBe(false);
  expect(rotated.isDeliveryPin("d1", "")).toBe(false);
});
