/** The answer to the operation Order, as far as we read it. */
export type Amount = { shopMoney: { amount: string } };
export type Page<T> = { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
export type TaxLineNode = { title: string; ratePercentage: number | null; priceSet: Amount };
export type AddressNode = {
  name: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  province: string | null;
  zip: string | null;
  countryCodeV2: string | null;
  phone: string | null;
  latitude: number | null;
  longitude: number | null;
};
export type LineNode = {
  id: string;
  name: string;
  sku: string | null;
  quantity: number;
  currentQuantity: number;
  requiresShipping: boolean;
  isGiftCard: boolean;
  /** Left out where the scope for it is missing; so are the other optional ones. */
  product?: { id: string; tags: string[]; taxCategory: { value: string } | null } | null;
  originalUnitPriceSet: Amount;
  discountAllocations: { allocatedAmountSet: Amount }[];
  taxLines: TaxLineNode[];
};
export type ShippingNode = {
  id: string | null;
  title: string;
  code: string | null;
  isRemoved: boolean;
  originalPriceSet: Amount;
  discountedPriceSet: Amount;
  currentDiscountedPriceSet: Amount;
  taxLines: TaxLineNode[];
};
export type RefundNode = {
  id: string;
  createdAt: string | null;
  note: string | null;
  totalRefundedSet: Amount;
  duties: { amountSet: Amount }[] | null;
  refundLineItems: Page<{ quantity: number; subtotalSet: Amount; totalTaxSet: Amount; lineItem: { id: string } }>;
  refundShippingLines: { nodes: { subtotalAmountSet: Amount; taxAmountSet: Amount; shippingLine: { id: string | null } }[] };
  orderAdjustments: { nodes: { amountSet: Amount; taxAmountSet: Amount }[] };
};
export type FulfillmentOrderNode = {
  id: string;
  status: string;
  deliveryMethod: { methodType: string } | null;
  assignedLocation: { location?: { id: string } | null };
  lineItems: Page<{ totalQuantity: number; lineItem: { id: string } }>;
};
export type FulfillmentNode = {
  id: string;
  status: string;
  createdAt: string;
  fulfillmentOrders: { nodes: { id: string }[] };
  trackingInfo: { company: string | null; number: string | null }[];
  events: Page<{ status: string; happenedAt: string }>;
  fulfillmentLineItems: Page<{ quantity: number | null; lineItem: { id: string } }>;
};
export type TransactionNode = {
  id: string;
  kind: string;
  status: string;
  gateway: string | null;
  manualPaymentGateway: boolean;
  processedAt: string | null;
  authorizationExpiresAt: string | null;
  amountSet: Amount;
  parentTransaction: { id: string } | null;
};
type OrderHead = {
  id: string;
  name: string;
  number: number;
  createdAt: string;
  updatedAt: string;
  cancelledAt: string | null;
  test: boolean;
  note: string | null;
  tags: string[];
  email: string | null;
  phone: string | null;
  customerLocale: string | null;
  sourceName: string | null;
  displayFinancialStatus: string | null;
  /** NO_RETURN: it has none, or none that was not cancelled. */
  returnStatus: string;
  currencyCode: string;
  presentmentCurrencyCode: string;
  taxesIncluded: boolean;
  paymentGatewayNames: string[];
  customAttributes: { key: string; value: string | null }[];
  fiscalData: { jsonValue: unknown } | null;
  localizedFields: { nodes: { key: string; value: string }[] };
  customer?: {
    displayName: string;
    defaultEmailAddress: { emailAddress: string } | null;
    defaultPhoneNumber: { phoneNumber: string } | null;
  } | null;
  shippingAddress: AddressNode | null;
  billingAddress: AddressNode | null;
  paymentTerms?: { dueInDays: number | null; paymentSchedules: { nodes: { dueAt: string | null }[] } } | null;
};
type OrderSums = {
  subtotalPriceSet: Amount | null;
  currentSubtotalPriceSet: Amount;
  currentTotalTaxSet: Amount;
  currentTotalPriceSet: Amount;
  currentTotalDutiesSet: Amount | null;
  currentTotalAdditionalFeesSet: Amount | null;
  totalOutstandingSet: Amount;
  totalTipReceivedSet: Amount | null;
  /** Grams, as text; null where there is nothing to weigh. */
  totalWeight?: string | null;
  totalCashRoundingAdjustment: { paymentSet: Amount; refundSet: Amount };
};
type OrderParts = {
  transactions: TransactionNode[];
  fulfillments: FulfillmentNode[];
  lineItems: Page<LineNode>;
  shippingLines: Page<ShippingNode>;
};
export type ReturnHead = { id: string; status: string };
export type ReturnNode = ReturnHead & {
  createdAt: string;
  /** Without a shipment's line where what comes back was no line of this order. */
  returnLineItems: Page<{ quantity: number; fulfillmentLineItem?: { lineItem: { id: string } } }>;
  exchangeLineItems: { nodes: { lineItems: { id: string }[] | null }[] };
  reverseFulfillmentOrders: { nodes: ReverseOrderHead[] };
};
/** A deliverable of another kind than a shipment has no tracking. */
export type ReverseOrderHead = {
  id: string;
  status: string;
  reverseDeliveries: { nodes: { id: string; deliverable: { tracking?: { number: string | null } | null } | null }[] };
};
type FulfillmentOrders = { fulfillmentOrders: Page<FulfillmentOrderNode> };
export type OrderAnswer = OrderHead & OrderSums & OrderParts & Partial<FulfillmentOrders> & { refunds: { id: string }[] };
/** An order read to its end: every page and every refund. `missingScopes`: why something of it could not be read. */
export type OrderNode = Omit<OrderAnswer, "refunds"> &
  FulfillmentOrders & { refunds: RefundNode[]; returns: Page<ReturnHead | ReturnNode>; missingScopes?: string[] };
