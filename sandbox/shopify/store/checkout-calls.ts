import { z } from "zod";
import { invalid, json, type Answer, type SandboxRequest } from "../../http.ts";
import { checkOut, rateRequestOf } from "../checkout.ts";
import { fieldErrors } from "../control/order-body.ts";
import { paymentChoices } from "../domain/payment-start.ts";
import type { Draft } from "../domain/draft.ts";
import { DISCOUNT_CODE } from "../domain/place-order.ts";
import { priceLines, shippingOf } from "../domain/price-lines.ts";
import type { Address } from "../domain/order-state.ts";
import type { Shop } from "../domain/state.ts";
import { placedSums } from "../domain/totals.ts";
import { showMoney, type Language } from "../pages/language.ts";
import type { Shopify } from "../parts.ts";
import { attributesCookie, cartAttributes, cartCookie, readCart, type CartLine } from "./cart.ts";
import { titleOf } from "./product-pages.ts";

const DISCOUNT_PERCENT = "10";
const text = z.string().trim().max(255);
const addressSchema = z.object({
  firstName: text,
  lastName: text,
  address1: text,
  address2: text,
  city: text,
  province: text,
  zip: text,
  countryCode: z.literal("EC"),
});
const required = text.min(1);
const fullAddress = addressSchema.extend({ firstName: required, lastName: required, address1: required, city: required });
const shared = { shippingCode: z.string().nullable(), discountCode: z.string(), language: z.enum(["es", "en"]) };
const quoteSchema = z.object({ ...shared, address: addressSchema });
const completeSchema = z.object({
  ...shared,
  address: fullAddress,
  email: z.email(),
  phone: required,
  payment: z.enum(paymentChoices),
  shippingCode: required,
  metafields: z
    .array(z.object({ namespace: z.literal("$app"), key: z.string(), type: z.string(), value: z.string().max(100_000) }))
    .max(20),
  attributes: z.array(z.object({ key: z.string().min(1).max(255), value: z.string().max(10_000) })).max(50),
});

/** Rates for what is typed so far, and what it all would cost. */
export async function quote(shopify: Shopify, shop: Shop, request: SandboxRequest): Promise<Answer> {
  const parsed = quoteSchema.safeParse(request.json());
  if (!parsed.success) return invalid(fieldErrors(parsed.error));
  const { address, shippingCode, discountCode, language } = parsed.data;
  const customAttributes = attributesOf(request);
  const draft = { ...draftOf(shop, readCart(shop, request), { address, discountCode, language }), customAttributes };
  const isComplete = fullAddress.safeParse(address).success;
  const rates = isComplete ? await shopify.rates.ask(shop, rateRequestOf(draft)) : [];
  const chosen = rates.find((rate) => rate.code === shippingCode) ?? rates[0];
  const money = (cents: number) => showMoney(cents, shop.currency, language);
  const shippingLines = chosen ? [shippingOf(chosen, 0)] : [];
  const sums = placedSums({ lines: priceLines(draft, () => 0), shippingLines, taxesIncluded: draft.taxesIncluded });
  return json({
    isComplete,
    isCodeWrong: discountCode.trim() !== "" && draft.discount === null,
    chosen: chosen?.code ?? null,
    rates: rates.map((rate) => ({ code: rate.code, title: rate.title, description: rate.description, price: money(rate.price) })),
    sums: {
      subtotal: money(sums.subtotal + sums.discounts),
      discount: sums.discounts > 0 ? money(-sums.discounts) : null,
      shipping: chosen ? money(sums.shipping) : null,
      tax: money(sums.tax),
      total: money(sums.total),
    },
    totalAmount: sums.total / 100,
  });
}

export async function complete(shopify: Shopify, shop: Shop, request: SandboxRequest): Promise<Answer> {
  const parsed = completeSchema.safeParse(request.json());
  if (!parsed.success) return invalid(fieldErrors(parsed.error));
  const lines = readCart(shop, request);
  if (lines.length === 0) return invalid([{ path: "cart", message: "is empty" }]);
  const { data } = parsed;
  const cart = draftOf(shop, lines, data);
  const draft: Draft = {
    ...cart,
    shippingAddress: { ...cart.shippingAddress, phone: data.phone },
    customer: { firstName: data.address.firstName, lastName: data.address.lastName, email: data.email, phone: data.phone },
    payment: data.payment,
    customAttributes: [...attributesOf(request), ...data.attributes],
    cartMetafields: data.metafields,
  };
  const placed = await checkOut(shopify, shop, draft, data.shippingCode);
  if ("missingRate" in placed) return invalid([{ path: "shippingCode", message: "is no longer offered" }]);
  const answer = json({ location: `/orders/${placed.order.token}` });
  return { ...answer, headers: { ...answer.headers, "set-cookie": [cartCookie([]), attributesCookie({})] } };
}

const attributesOf = (request: SandboxRequest) => Object.entries(cartAttributes(request)).map(([key, value]) => ({ key, value }));

function draftOf(
  shop: Shop,
  lines: CartLine[],
  given: { address: z.infer<typeof addressSchema>; discountCode: string; language: Language },
): Draft & { shippingAddress: Address } {
  const { address, language } = given;
  return {
    customer: { firstName: address.firstName, lastName: address.lastName, email: null, phone: null },
    shippingAddress: {
      ...address,
      company: null,
      address2: address.address2 || null,
      province: address.province || null,
      zip: address.zip || null,
      phone: null,
      latitude: null,
      longitude: null,
    },
    lines: lines.map(({ product, quantity }) => ({
      title: titleOf(product, language),
      sku: product.sku,
      quantity,
      unitPrice: product.price,
      taxable: product.taxable,
      productId: product.id,
      variantId: product.variantId,
      vendor: product.vendor,
      grams: product.grams,
    })),
    discount: given.discountCode.trim().toUpperCase() === DISCOUNT_CODE ? { percentage: DISCOUNT_PERCENT } : null,
    shipping: null,
    payment: "card",
    taxesIncluded: shop.taxesIncluded,
    locale: language,
    note: null,
    customAttributes: [],
    cartMetafields: [],
  };
}
