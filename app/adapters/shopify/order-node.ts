/** The answer to the operation Order, as far as we read it. */
export type Amount = { shopMoney: { amount: string } };
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
  taxLines: TaxLineNode[];
};
export type OrderNode = {
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
  displayFinancialStatus: string | null;
  currencyCode: string;
  presentmentCurrencyCode: string;
  taxesIncluded: boolean;
  paymentGatewayNames: string[];
  customAttributes: { key: string; value: string | null }[];
  fiscalData: { jsonValue: unknown } | null;
  localizedFields: { nodes: { key: string; value: string }[] };
  customer: {
    displayName: string;
    defaultEmailAddress: { emailAddress: string } | null;
    defaultPhoneNumber: { phoneNumber: string } | null;
  } | null;
  shippingAddress: AddressNode | null;
  billingAddress: AddressNode | null;
  currentTotalPriceSet: Amount;
  totalOutstandingSet: Amount;
  totalTipReceivedSet: Amount | null;
  lineItems: { nodes: LineNode[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  shippingLines: { nodes: ShippingNode[] };
  transactions: {
    id: string;
    kind: string;
    status: string;
    gateway: string | null;
    manualPaymentGateway: boolean;
    processedAt: string | null;
    authorizationExpiresAt: string | null;
    amountSet: Amount;
    parentTransaction: { id: string } | null;
  }[];
  fulfillmentOrders: { nodes: { id: string; status: string }[] };
  fulfillments: {
    id: string;
    status: string;
    trackingInfo: { number: string | null }[];
    events: { nodes: { status: string; happenedAt: string }[] };
  }[];
};
