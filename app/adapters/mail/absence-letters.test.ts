import { expect, test } from "vitest";
import type { Shop } from "~/ports/records";
import { letters } from "./letters";

const shop = { name: "Tienda\r\nAndina", email: "tienda@example.com", domain: "demo.myshopify.com" } as Shop;
const stops = [
  { order: "#1001", address: "Calle <1>, Quito", isWithAbsent: false },
  { order: "#1002", address: "Calle 2, Quito", isWithAbsent: true },
];
const told = (kind: "given" | "taken" | "out" | "back", locale = "es") =>
  letters.movedStops({ to: "eva@example.com", locale, shop, courier: "Eva", absent: "Luis", kind, stops, messageId: "<a@b>" });

test("one letter has all stops; which parcel is to be fetched is said only to who gets it", () => {
  const given = told("given");
  for (const part of ["#1001 · Calle <1>, Quito", "#1002", "el paquete lo tiene Luis"]) expect(given.text).toContain(part);
  expect(given.html).toContain("Calle &#60;1&#62;, Quito");
  for (const kind of ["taken", "out", "back"] as const) {
    expect(told(kind).text).toContain("#1002");
    expect(told(kind).text).not.toContain("el paquete lo tiene");
  }
});

test("a subject is one line, in the reader's language, and each kind has its own", () => {
  expect(told("given").subject).toBe("Tienes entregas nuevas de Tienda Andina");
  expect(told("given", "en-US").subject).toBe("You have new deliveries from Tienda Andina");
  expect(new Set((["given", "taken", "out", "back"] as const).map((kind) => told(kind).subject)).size).toBe(4);
});

test("the shopper learns that somebody else comes, from the shop, and can answer it", () => {
  const letter = letters.anotherCourier({ to: "ana@example.com", locale: "es", shop, orderName: "#1001", messageId: "<a@b>" });
  expect(letter).toMatchObject({ subject: "Tu pedido #1001 de Tienda Andina lo lleva otro repartidor", replyTo: "tienda@example.com" });
  expect(letter.text).toContain("Puede llegar más tarde");
});
