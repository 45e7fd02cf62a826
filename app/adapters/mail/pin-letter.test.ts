import { expect, test } from "vitest";
import type { Shop } from "~/ports/records";
import { letters } from "./letters";

const shop = { name: "Tienda\r\nAndina", email: "tienda@example.com", domain: "demo.myshopify.com" } as Shop;
const letter = (locale: string) =>
  letters.deliveryPin({ to: "ana@example.com", locale, shop, orderName: "#1001", pin: "0042", messageId: "<a@b>" });

test("the shopper reads their PIN and whom to tell it, in their language; the subject doesn't show it on a locked screen", () => {
  expect(letter("es")).toMatchObject({ subject: "Tu pedido #1001 de Tienda Andina va en camino", replyTo: "tienda@example.com" });
  for (const locale of ["es", "en"]) {
    expect(letter(locale).text).toContain("0042");
    expect(letter(locale).html).toContain("0042");
    expect(letter(locale).subject).not.toContain("0042");
  }
});
