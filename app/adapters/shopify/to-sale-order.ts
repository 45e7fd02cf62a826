import { parseFiscalData } from "~/domain/fiscal-data/parse";
import { fiscalDataFromLocalizedFields } from "~/domain/fiscal-data/localized-fields";
import type { PostalAddress, SaleOrder } from "~/domain/order/order";
import type { Refund } from "~/domain/order/refund";
import { minorIn, sumOf, taxIn, type ReadMinor } from "./amounts";
import type { OrderNode } from "./order-node";
import { settleEstimates, standingLine } from "./standing-lines";
import { tipLineOf } from "./tip-line";
import { toAddress } from "./to-address";
import { toFulfillment, toFulfillmentOrder } from "./to-fulfillment";
import { toPayment } from "./to-payment";
import { toRefund } from "./to-refund";
import { toReturn } from "./to-return";
import { isShippingGone, toShippingLine } from "./to-shipping-line";

/** As extensions/zone-rates reads it at checkout. */
const MOST_LETTERS = 120;

/** Shopify's order as a SaleOrder. Amounts are the shop's currency, and what is still on the order after edits and refunds. */
export function toSaleOrder(node: OrderNode): SaleOrder {
  const minor = minorIn(node.currencyCode);
  return {
    gid: node.id,
    name: node.name,
    number: node.number,
    placedAt: node.createdAt,
    updatedAt: node.updatedAt,
    cancelledAt: node.cancelledAt,
    test: node.test,
    currency: node.currencyCode,
    presentmentCurrency: node.presentmentCurrencyCode,
    taxesIncluded: node.taxesIncluded,
    customerName: node.shippingAddress?.name ?? node.billingAddress?.name ?? node.customer?.displayName ?? "",
    email: node.email ?? node.customer?.defaultEmailAddress?.emailAddress ?? null,
    phone: node.phone ?? node.shippingAddress?.phone ?? node.customer?.defaultPhoneNumber?.phoneNumber ?? null,
    locale: node.customerLocale,
    note: node.note,
    tags: node.tags,
    sourceName: node.sourceName,
    shippingAddress: withDistrict(toAddress(node.shippingAddress), node),
    billingAddress: toAddress(node.billingAddress),
    fiscalData: fiscalDataOf(node),
    ...toPayment(node, minor),
    ...soldOn(node, minor),
    dutiesMinor: minor(node.currentTotalDutiesSet),
    additionalFeesMinor: minor(node.currentTotalAdditionalFeesSet),
    totalGrams: Number(node.totalWeight ?? 0),
    totalMinor: minor(node.currentTotalPriceSet),
    outstandingMinor: minor(node.totalOutstandingSet),
    fulfillmentOrders: node.fulfillmentOrders.nodes.map(toFulfillmentOrder),
    fulfillments: node.fulfillments.map(toFulfillment),
    returns: node.returns.nodes.map(toReturn),
    ...(node.missingScopes ? { missingScopes: node.missingScopes } : {}),
  };
}

type Sold = Pick<SaleOrder, "lines" | "shippingLines" | "removedLines" | "removedShippingLines" | "refunds" | "tipMinor">;

function soldOn(node: OrderNode, minor: ReadMinor): Sold {
  const tip = tipLineOf(node, minor);
  const refunds = node.refunds.map((refund) => toRefund(refund, tip?.id ?? null, minor));
  const shipping = node.shippingLines.nodes.map((one) => ({ node: one, line: toShippingLine(one, refunds, minor) }));
  const standing = node.lineItems.nodes.filter((line) => line !== tip).map((line) => standingLine(line, refunds, minor));
  const shippingTax = sumOf(shipping.map(({ line }) => taxIn(line.taxLines)));
  const lines = settleEstimates(standing, {
    netMinor: minor(node.currentSubtotalPriceSet),
    taxMinor: minor(node.currentTotalTaxSet) - shippingTax,
  });
  return {
    lines: lines.filter((line) => line.quantity > 0),
    removedLines: lines.filter((line) => line.quantity === 0),
    shippingLines: shipping.filter((one) => !isShippingGone(one.node, one.line)).map(({ line }) => line),
    removedShippingLines: shipping.filter((one) => isShippingGone(one.node, one.line)).map(({ line }) => line),
    refunds,
    tipMinor: minor(node.totalTipReceivedSet) - givenBack(refunds),
  };
}

const givenBack = (refunds: Refund[]): number => sumOf(refunds.map((refund) => refund.tipMinor));

const attributeOf = ({ customAttributes }: OrderNode, name: string) => customAttributes.find(({ key }) => key === name)?.value;

/** As extensions/cart-district writes it on the cart; a buyer can write anything there. */
function withDistrict(address: PostalAddress | null, node: OrderNode): PostalAddress | null {
  const district = attributeOf(node, "_district")?.trim().slice(0, MOST_LETTERS);
  return address && district ? { ...address, district } : address;
}

/** Cart metafield first, then the cart attribute (wallets and older themes), then Shopify's own tax fields. */
function fiscalDataOf(node: OrderNode) {
  const attribute = attributeOf(node, "_fiscal_data");
  return (
    parseFiscalData(node.fiscalData?.jsonValue) ??
    parseFiscalData(attribute) ??
    fiscalDataFromLocalizedFields(node.localizedFields.nodes, node.billingAddress?.name ?? node.shippingAddress?.name ?? "")
  );
}
