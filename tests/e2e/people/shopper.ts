import { expect } from "vitest";
import type { Visitor } from "./browser.ts";
import { stackHere } from "./stack.ts";

export type Payment = "card" | "card_authorized" | "transfer" | "cash_on_delivery";
export const HOSTILE_NAME = `Ñandú & Cía. <S.A.> "La 'Esquina'"`;

/** Walks from the store's first page into checkout, with one product in the cart. */
export async function fillCart({ page }: Visitor, product = "cafe-loja"): Promise<void> {
  await page.goto(stackHere().urls.store);
  await page.locator(`a[href="/store/products/${product}"]`).click();
  await page.locator('form[action="/store/cart"] button').click();
  await page.locator(".cart-lines li").waitFor();
  await page.locator('a[href="/checkout"]').click();
}

export const fiscalBlock = ({ page }: Visitor) => {
  const frame = page.frameLocator("#extension");
  return {
    idType: frame.locator("s-select[name=idType] select"),
    idNumber: frame.locator("s-text-field[name=idNumber] input"),
    idNumberError: frame.locator("s-text-field[name=idNumber] .error"),
    legalName: frame.locator("s-text-field[name=legalName] input"),
    all: frame.locator("body"),
  };
};

const IN_QUITO = { address1: "Av. 6 de Diciembre N30-100", city: "Quito", zip: "170135" };

/** An address, in Quito unless another is given; returns when the app's rate for it is shown. */
export async function giveAddress({ page }: Visitor, email: string, address = IN_QUITO): Promise<string> {
  const fields = {
    ...{ email, phone: "0991234567", firstName: "María José", lastName: "Núñez" },
    ...address,
  };
  for (const [name, value] of Object.entries(fields)) await page.locator(`#checkout [name="${name}"]`).fill(value);
  await page.locator("#rates label").first().waitFor();
  return page.locator("#rates").innerText();
}

/** Presses the button and reads the order's number from the thank-you page. */
export async function placeOrder({ page }: Visitor, payment: Payment): Promise<string> {
  await page.locator(`#checkout [name="payment"][value="${payment}"]`).check();
  await page.locator("#pay:enabled").click();
  await page.waitForURL(/\/orders\//);
  const [name] = /#\d+/.exec(await page.locator(".status").innerText()) ?? [];
  expect(name).toBeDefined();
  return name!;
}

/** The usual way, without a stumble. */
export async function buy(
  shopper: Visitor,
  { email, payment, product }: { email: string; payment: Payment; product?: string },
): Promise<string> {
  await fillCart(shopper, product);
  const block = fiscalBlock(shopper);
  await block.idNumber.fill("1714307103");
  await block.legalName.fill(HOSTILE_NAME);
  await block.legalName.press("Tab");
  await block.all.getByText(/Datos guardados|Saved/).waitFor();
  await giveAddress(shopper, email);
  return placeOrder(shopper, payment);
}
