/// <reference types="@shopify/ui-extensions/purchase.checkout.block.render" />
import { getExtension } from "@shopify/ui-extensions-tester";
import { cleanup, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  choose,
  define,
  errorOf,
  field,
  fillIn,
  completeHost,
  leave,
  pageText,
  rememberMetafield,
  signal,
  tick,
  typeInto,
  valueOf,
} from "./host";

const block = getExtension("purchase.checkout.block.render");

beforeEach(() => {
  block.setUp();
  completeHost(block);
});

afterEach(() => {
  cleanup();
  block.tearDown();
});

const ana = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };

test("a cédula and a name are stored as the cart metafield that Shopify copies to the order", async () => {
  const { apply, stored } = rememberMetafield(block);
  await block.render();
  typeInto("idNumber", "1714307103");
  fillIn("legalName", " Ana Ñuñez ");
  await waitFor(() => expect(stored()).toEqual(ana));
  expect(apply).toHaveBeenCalledExactlyOnceWith({
    type: "updateCartMetafield",
    metafield: { namespace: "$app", key: "fiscal_data", type: "json", value: JSON.stringify(ana) },
  });
  await waitFor(() => expect(pageText()).toContain("status.saved"));
});

test("nothing is written before the buyer acts, and nothing while the number is incomplete", async () => {
  const { apply } = rememberMetafield(block);
  completeHost(block, { name: "Ana Ñuñez" });
  await block.render();
  typeInto("idNumber", "171430710");
  await waitFor(() => expect(valueOf("idNumber")).toBe("171430710"));
  expect(apply).not.toHaveBeenCalled();
});

test("a number that becomes complete is stored without leaving the field", async () => {
  const { stored } = rememberMetafield(block);
  completeHost(block, { name: "Ana Ñuñez" });
  await block.render();
  typeInto("idNumber", "1714307103");
  await waitFor(() => expect(stored()).toEqual(ana));
});

test("a wrong check digit is told once the number is complete, a short one once the field is left", async () => {
  await block.render();
  typeInto("idNumber", "171430710");
  expect(errorOf("idNumber")).toBeNull();
  typeInto("idNumber", "1714307104");
  await waitFor(() => expect(errorOf("idNumber")).toBe("taxId.badCheckDigit"));
  typeInto("idNumber", "1714");
  await waitFor(() => expect(errorOf("idNumber")).toBeNull());
  leave("idNumber");
  await waitFor(() => expect(errorOf("idNumber")).toBe("taxId.badLength"));
});

test("a company's doubtful check digit is a hint, and the data are stored", async () => {
  const { stored } = rememberMetafield(block);
  await block.render();
  choose("idType", "ruc");
  await waitFor(() => expect(field("idNumber")?.getAttribute("label")).toBe("idNumber.ruc"));
  fillIn("idNumber", "1792060347001");
  fillIn("legalName", "Ñandú & Cía. <S.A.>");
  await waitFor(() => expect(stored()).toMatchObject({ idType: "ruc", idNumber: "1792060347001", legalName: "Ñandú & Cía. <S.A.>" }));
  expect(errorOf("idNumber")).toBeNull();
  expect(pageText()).toContain("taxId.warnCheckDigit");
});

test("numbers may be typed as they are printed, passports in small letters", async () => {
  const { stored } = rememberMetafield(block);
  completeHost(block, { name: "Ana Ñuñez" });
  await block.render();
  fillIn("idNumber", "171430710-3");
  await waitFor(() => expect(stored()).toEqual(ana));
  choose("idType", "passport");
  await waitFor(() => expect(field("idNumber")?.getAttribute("label")).toBe("idNumber.passport"));
  fillIn("idNumber", "ab-123 456");
  await waitFor(() => expect(stored()).toMatchObject({ idType: "passport", idNumber: "AB-123456" }));
});

test("stored data are taken away when the buyer makes them wrong", async () => {
  const { apply, stored } = rememberMetafield(block);
  completeHost(block, { name: "Ana Ñuñez" });
  await block.render();
  typeInto("idNumber", "1714307103");
  await waitFor(() => expect(stored()).toEqual(ana));
  fillIn("idNumber", "1714307104");
  await waitFor(() => expect(stored()).toBeNull());
  expect(apply).toHaveBeenLastCalledWith({ type: "removeCartMetafield", namespace: "$app", key: "fiscal_data" });
});

test("the final consumer is stored with the tax authority's number, and no number is asked", async () => {
  const { stored } = rememberMetafield(block);
  await block.render();
  choose("idType", "final_consumer");
  await waitFor(() =>
    expect(stored()).toMatchObject({ idType: "final_consumer", idNumber: "9999999999999", legalName: "CONSUMIDOR FINAL" }),
  );
  expect(field("idNumber")).toBeNull();
  expect(field("legalName")).toBeNull();
});

test("the invoice's own e-mail is asked only behind its checkbox; a wrong one is left out, not the data", async () => {
  const { stored } = rememberMetafield(block);
  completeHost(block, { name: "Ana Ñuñez" });
  await block.render();
  expect(field("email")).toBeNull();
  typeInto("idNumber", "1714307103");
  tick("otherEmail", true);
  await waitFor(() => expect(field("email")).not.toBeNull());
  fillIn("email", "contabilidad@");
  await waitFor(() => expect(errorOf("email")).toBe("email.invalid"));
  expect(stored()).toEqual(ana);
  fillIn("email", "contabilidad@nandu.ec");
  await waitFor(() => expect(stored()).toEqual({ ...ana, email: "contabilidad@nandu.ec" }));
  tick("otherEmail", false);
  await waitFor(() => expect(stored()).toEqual(ana));
});

test("a form filled by the browser in one go loses no field", async () => {
  const { stored } = rememberMetafield(block);
  await block.render();
  const number = field("idNumber")!;
  const name = field("legalName")!;
  number.value = "1714307103";
  name.value = "Ana Ñuñez";
  for (const type of ["input", "change"]) [number, name].forEach((element) => element.dispatchEvent(new Event(type)));
  await waitFor(() => expect(stored()).toEqual(ana));
});

test("the shown type is the one the merchant set", async () => {
  define(block, "settings", signal({ default_id_type: "ruc" }));
  await block.render();
  expect(valueOf("idType")).toBe("ruc");
});

test("a final consumer that is only the merchant's default is not written for the buyer", async () => {
  define(block, "settings", signal({ default_id_type: "final_consumer" }));
  const { apply, stored } = rememberMetafield(block);
  await block.render();
  expect(pageText()).toContain("finalConsumer.note");
  expect(apply).not.toHaveBeenCalled();
  tick("otherEmail", true);
  await waitFor(() => expect(stored()).toMatchObject({ idType: "final_consumer" }));
});

test("the payment method is read and shown, and follows the buyer's choice", async () => {
  const payment = signal([{ type: "creditCard", handle: "1" }]);
  define(block, "selectedPaymentOptions", payment);
  define(block, "i18n", { translate: (key: string, values?: Record<string, string>) => `${key}(${values?.methods ?? ""})` });
  await block.render();
  expect(pageText()).toContain("payment.summary(payment.creditCard()");
  payment.set([
    { type: "redeemable", handle: "2" },
    { type: "paymentOnDelivery", handle: "3" },
  ]);
  await waitFor(() => expect(pageText()).toContain("payment.summary(payment.redeemable() + payment.paymentOnDelivery())"));
});
