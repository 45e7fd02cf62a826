import { expect, test } from "vitest";
import { AccessDenied } from "./denied";
import { readWithout } from "./scopes";

const denying = (denied: string[]) => {
  const asked: object[] = [];
  const read = (without: object): Promise<string> => {
    asked.push({ ...without });
    const field = denied.find((one) => !(one in without));
    return field ? Promise.reject(new AccessDenied(`Access denied for ${field} field.`, [field])) : Promise.resolve("read");
  };
  return { read, asked };
};

test("field by field, what is refused is left out, and its scope is named", async () => {
  const { read, asked } = denying(["paymentTerms", "product"]);
  expect(await readWithout(read)).toEqual({
    answer: "read",
    without: { product: false, paymentTerms: false },
    scopes: ["read_products", "read_payment_terms"],
  });
  expect(asked).toEqual([{}, { paymentTerms: false }, { paymentTerms: false, product: false }]);
});

test("what can't be spared, what is refused again, and any other failure, fail", async () => {
  await expect(readWithout(denying(["order"]).read)).rejects.toThrow("Access denied for order");
  await expect(readWithout(() => Promise.reject(new AccessDenied("always", ["product"])))).rejects.toThrow("always");
  await expect(readWithout(() => Promise.reject(new TypeError("bug")))).rejects.toThrow(TypeError);
});
