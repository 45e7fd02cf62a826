import { parseFiscalData } from "~/domain/fiscal-data/parse";
import { fiscalDataFromLocalizedFields } from "~/domain/fiscal-data/localized-fields";
import { parseMinor } from "~/domain/money/money";
import type { OrderLine, PostalAddress, SaleOrder, ShippingLine, TaxLine } from "~/domain/order/order";
import { paymentTypeOf } from "~/domain/order/payment-type";
import type { AddressNode, Amount, LineNode, OrderNode, ShippingNode, TaxLineNode } from "./order-node";

/** Shopify's order as a SaleOrder. Amounts are the shop's currency. Line amounts follow the units still on the order. */
export function toSaleOrder(node: OrderNode): SaleOrder {
  const currency = node.currencyCode;
  const minor = ({ shopMoney }: Amount) => parseMinor(shopMoney.amount, currency);
  const transactions = node.transactions.map((t) => ({
    gid: t.id,
    kind: t.kind,
    status: t.status,
    gateway: t.gateway,
    amountMinor: minor(t.amountSet),
    parentGid: t.parentTransaction?.id ?? null,
    processedAt: t.processedAt,
    authorizationExpiresAt: t.authorizationExpiresAt,
  }));
  return {
    gid: node.id,
    name: node.name,
    number: node.number,
    placedAt: node.createdAt,
    updatedAt: node.updatedAt,
    cancelledAt: node.cancelledAt,
    test: node.test,
    currency,
    presentmentCurrency: node.presentmentCurrencyCode,
    taxesIncluded: node.taxesIncluded,
    customerName: node.shippingAddress?.name ?? node.billingAddress?.name ?? node.customer?.displayName ?? "",
    email: node.email ?? node.customer?.defaultEmailAddress?.emailAddress ?? null,
    phone: node.phone ?? node.shippingAddress?.phone ?? node.customer?.defaultPhoneNumber?.phoneNumber ?? null,
    locale: node.customerLocale,
    note: node.note,
    tags: node.tags,
    financialStatus: node.displayFinancialStatus ?? "PENDING",
    gateways: node.paymentGatewayNames,
    paymentType: paymentTypeOf({
      financialStatus: node.displayFinancialStatus ?? "PENDING",
      gateways: node.paymentGatewayNames,
      transactions: node.transactions.map(({ kind, status, manualPaymentGateway }) => ({ kind, status, manual: manualPaymentGateway })),
    }),
    shippingAddress: toAddress(node.shippingAddress),
    billingAddress: toAddress(node.billingAddress),
    fiscalData: fiscalDataOf(node),
    lines: node.lineItems.nodes.filter((line) => line.currentQuantity > 0).map((line) => toLine(line, minor)),
    shippingLines: node.shippingLines.nodes.filter((line) => !line.isRemoved).map((line) => toShippingLine(line, minor)),
    tipMinor: node.totalTipReceivedSet ? minor(node.totalTipReceivedSet) : 0,
    dutiesMinor: 0,
    additionalFeesMinor: 0,
    cashRoundingMinor: 0,
    refunds: [],
    totalMinor: minor(node.currentTotalPriceSet),
    outstandingMinor: minor(node.totalOutstandingSet),
    transactions,
    fulfillmentOrders: node.fulfillmentOrders.nodes.map(({ id, status }) => ({ gid: id, status })),
    fulfillments: node.fulfillments.map((f) => ({
      gid: f.id,
      status: f.status,
      trackingNumbers: f.trackingInfo.flatMap((t) => (t.number ? [t.number] : [])),
      events: f.events.nodes,
    })),
  };
}

/** Cart metafield first, then the cart attribute (wallets and older themes), then Shopify's own tax fields. */
function fiscalDataOf(node: OrderNode) {
  const attribute = node.customAttributes.find(({ key }) => key === "_fiscal_data")?.value;
  return (
    parseFiscalData(node.fiscalData?.jsonValue) ??
    parseFiscalData(attribute) ??
    fiscalDataFromLocalizedFields(node.localizedFields.nodes, node.billingAddress?.name ?? node.shippingAddress?.name ?? "")
  );
}

const taxLines = (lines: TaxLineNode[], minor: (a: Amount) => number): TaxLine[] =>
  lines.map(({ title, ratePercentage, priceSet }) => ({
    title,
    rateBasisPoints: Math.round((ratePercentage ?? 0) * 100),
    amountMinor: minor(priceSet),
  }));

function toLine(line: LineNode, minor: (a: Amount) => number): OrderLine {
  const share = (amount: number) => Math.round((amount * line.currentQuantity) / line.quantity);
  const originalMinor = minor(line.originalUnitPriceSet) * line.currentQuantity;
  const discountMinor = share(line.discountAllocations.reduce((sum, { allocatedAmountSet }) => sum + minor(allocatedAmountSet), 0));
  return {
    id: line.id,
    title: line.name,
    sku: line.sku || null,
    quantity: line.currentQuantity,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    originalMinor,
    netMinor: originalMinor - discountMinor,
    taxLines: taxLines(line.taxLines, minor).map((tax) => ({ ...tax, amountMinor: share(tax.amountMinor) })),
  };
}

const toShippingLine = (line: ShippingNode, minor: (a: Amount) => number): ShippingLine => ({
  id: line.id ?? "",
  title: line.title,
  code: line.code,
  originalMinor: minor(line.originalPriceSet),
  netMinor: minor(line.discountedPriceSet),
  taxLines: taxLines(line.taxLines, minor),
});

const toAddress = (address: AddressNode | null): PostalAddress | null =>
  address && {
    name: address.name,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    zip: address.zip,
    countryCode: address.countryCodeV2,
    phone: address.phone,
    latitude: address.latitude,
    longitude: address.longitude,
  };
