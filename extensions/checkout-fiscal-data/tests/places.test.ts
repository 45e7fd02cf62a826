/// <reference types="@shopify/ui-extensions/purchase.checkout.block.render" />
import { getExtension } from "@shopify/ui-extensions-tester";
import { createResult } from "@shopify/ui-extensions-tester/checkout";
import { cleanup, fireEvent, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  address,
  choose,
  define,
  field,
  fillIn,
  completeHost,
  headings,
  instructions,
  pageText,
  rememberMetafield,
  signal,
  typeInto,
  valueOf,
} from "./host";

const block = getExtension("purchase.checkout.block.render");
const ana = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };
const onCart = (value: object) => ({
  target: { type: "cart", id: "gid://shopify/Cart/1" },
  metafield: { namespace: "app--1--x", key: "fiscal_data", type: "json", valueType: "json_string", value: JSON.stringify(value) },
});

beforeEach(() => {
  block.setUp();
  completeHost(block, { name: "Ana Ñuñez" });
});

afterEach(() => {
  cleanup();
  block.tearDown();
});

test("where cart metafields are refused the same JSON goes to the cart attribute", async () => {
  define(block, "instructions", signal(instructions(false, true)));
  const apply = vi.spyOn(block.shopify, "applyAttributeChange");
  const { apply: applyMetafield } = rememberMetafield(block);
  await block.render();
  typeInto("idNumber", "1714307103");
  await waitFor(() => expect(apply).toHaveBeenLastCalledWith({ type: "updateAttribute", key: "_fiscal_data", value: JSON.stringify(ana) }));
  fillIn("idNumber", "1");
  await waitFor(() => expect(apply).toHaveBeenLastCalledWith({ type: "removeAttribute", key: "_fiscal_data" }));
  expect(applyMetafield).not.toHaveBeenCalled();
});

test("where a metafield may be set but not deleted it is emptied", async () => {
  define(block, "instructions", signal(instructions(true, true, false)));
  const { stored } = rememberMetafield(block);
  await block.render();
  typeInto("idNumber", "1714307103");
  await waitFor(() => expect(stored()).toEqual(ana));
  fillIn("idNumber", "1");
  await waitFor(() => expect(stored()).toEqual({}));
});

test("where checkout allows neither, the block says that the data come later and shows no fields", async () => {
  const live = signal(instructions(false, false));
  define(block, "instructions", live);
  await block.render();
  expect(pageText()).toContain("status.unavailable");
  expect(field("idNumber")).toBeNull();
  live.set(instructions(true, true));
  await waitFor(() => expect(field("idNumber")).not.toBeNull());
  expect(pageText()).not.toContain("status.unavailable");
});

test("a refused write is shown, and trying again stores the data", async () => {
  const apply = vi
    .fn()
    .mockResolvedValueOnce(createResult("applyMetafieldChange", { type: "error", message: "not now" }))
    .mockResolvedValue(createResult("applyMetafieldChange"));
  block.shopify.applyMetafieldChange = apply;
  await block.render();
  typeInto("idNumber", "1714307103");
  await waitFor(() => expect(headings()).toEqual(["status.failedHeading"]));
  fireEvent.click(document.querySelector("s-button")!);
  await waitFor(() => expect(pageText()).toContain("status.saved"));
  expect(apply).toHaveBeenCalledTimes(2);
  expect(headings()).toEqual([]);
});

test("a buyer who comes back finds the form as it was stored, without a write", async () => {
  define(block, "appMetafields", signal([onCart({ ...ana, idType: "passport", idNumber: "AB-123", email: "facturas@nandu.ec" })]));
  const { apply } = rememberMetafield(block);
  await block.render();
  expect(valueOf("idType")).toBe("passport");
  expect(valueOf("idNumber")).toBe("AB-123");
  expect(valueOf("legalName")).toBe("Ana Ñuñez");
  expect(valueOf("email")).toBe("facturas@nandu.ec");
  expect(pageText()).toContain("status.saved");
  expect(apply).not.toHaveBeenCalled();
});

test("the metafield arriving after the first rendering is shown, but never over what the buyer typed", async () => {
  const metafields = signal<ReturnType<typeof onCart>[]>([]);
  define(block, "appMetafields", metafields);
  await block.render();
  metafields.set([onCart(ana)]);
  await waitFor(() => expect(valueOf("idNumber")).toBe("1714307103"));
  typeInto("idNumber", "09");
  metafields.set([onCart({ ...ana, idNumber: "0912345675" })]);
  await waitFor(() => expect(valueOf("idNumber")).toBe("09"));
});

test("the attribute is restored too", async () => {
  define(block, "attributes", signal([{ key: "_fiscal_data", value: JSON.stringify(ana) }]));
  await block.render();
  expect(valueOf("idNumber")).toBe("1714307103");
});

test.each(["{", "[]", '{"schemaVersion":2}', JSON.stringify({ ...ana, idType: "dni" }), JSON.stringify({ ...ana, idNumber: {} })])(
  "the stored value %s is none of ours",
  async (value) => {
    define(block, "attributes", signal([{ key: "_fiscal_data", value }]));
    await block.render();
    expect(valueOf("idNumber")).toBe("");
    expect(valueOf("idType")).toBe("cedula");
  },
);

test("the legal name starts with the one checkout has, follows it, and becomes the buyer's own once typed", async () => {
  const known = completeHost(block, { name: "Ana Ñuñez", company: "Ñandú S.A." });
  await block.render();
  expect(valueOf("legalName")).toBe("Ana Ñuñez");
  expect(pageText()).toContain("legalName.fromAddress");
  known?.set(address({ firstName: "Luz", lastName: "Pérez", company: "Ñandú S.A." }));
  await waitFor(() => expect(valueOf("legalName")).toBe("Luz Pérez"));
  choose("idType", "ruc");
  await waitFor(() => expect(valueOf("legalName")).toBe("Ñandú S.A."));
  fillIn("legalName", "Otra Cía.");
  known?.set(address({ name: "Nadie" }));
  await waitFor(() => expect(pageText()).not.toContain("legalName.fromAddress"));
  expect(valueOf("legalName")).toBe("Otra Cía.");
});

test.each([
  [50, "USD", false],
  [50.01, "USD", true],
  [900, "COP", false],
])("a final consumer's order of %d %s warns: %s", async (amount, currencyCode, warns) => {
  define(block, "cost", { totalAmount: signal({ amount, currencyCode }) });
  await block.render();
  choose("idType", "final_consumer");
  await waitFor(() => expect(pageText()).toContain(warns ? "finalConsumer.aboveLimit" : "finalConsumer.note"));
  expect(headings()).toEqual(warns ? ["finalConsumer.aboveLimitHeading"] : []);
});
