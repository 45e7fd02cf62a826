/** Every GraphQL operation we send, API 2026-10. A test validates each against Shopify's schema. One query may cost 1,000 points: page sizes stay small. */
const MONEY = `shopMoney { amount }`;
const TAX_LINES = `taxLines { title ratePercentage priceSet { ${MONEY} } }`;
const ADDRESS = `{ name address1 address2 city province zip countryCodeV2 phone latitude longitude }`;

export const OPERATIONS = {
  Shop: `query Shop { shop { name email ianaTimezone currencyCode } }`,

  Order: `query Order($id: ID!, $lines: String) {
    order(id: $id) {
      id name number createdAt updatedAt cancelledAt test note tags email phone customerLocale
      displayFinancialStatus currencyCode presentmentCurrencyCode taxesIncluded paymentGatewayNames
      customAttributes { key value }
      fiscalData: metafield(namespace: "$app", key: "fiscal_data") { jsonValue }
      localizedFields(first: 10, purposes: [TAX]) { nodes { key value } }
      customer { displayName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
      shippingAddress ${ADDRESS}
      billingAddress ${ADDRESS}
      currentTotalPriceSet { ${MONEY} }
      totalOutstandingSet { ${MONEY} }
      totalTipReceivedSet { ${MONEY} }
      lineItems(first: 50, after: $lines) {
        nodes {
          id name sku quantity currentQuantity requiresShipping isGiftCard
          originalUnitPriceSet { ${MONEY} }
          discountAllocations { allocatedAmountSet { ${MONEY} } }
          ${TAX_LINES}
        }
        pageInfo { hasNextPage endCursor }
      }
      shippingLines(first: 5) { nodes { id title code isRemoved originalPriceSet { ${MONEY} } discountedPriceSet { ${MONEY} } ${TAX_LINES} } }
      transactions(first: 25) { id kind status gateway manualPaymentGateway processedAt authorizationExpiresAt amountSet { ${MONEY} } parentTransaction { id } }
      fulfillmentOrders(first: 10) { nodes { id status } }
      fulfillments(first: 10) { id status trackingInfo { number } events(first: 10) { nodes { status happenedAt } } }
    }
  }`,

  OrdersUpdated: `query OrdersUpdated($query: String!, $after: String) {
    orders(first: 50, query: $query, after: $after, sortKey: UPDATED_AT) { nodes { id updatedAt } pageInfo { hasNextPage endCursor } }
  }`,

  SetMetafields: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { field message } } }`,
  AddTags: `mutation AddTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }`,
  RemoveTags: `mutation RemoveTags($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { userErrors { field message } } }`,
  UpdateOrder: `mutation UpdateOrder($input: OrderInput!) { orderUpdate(input: $input) { userErrors { field message } } }`,
  CreateFulfillment: `mutation CreateFulfillment($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }`,
  CreateFulfillmentEvent: `mutation CreateFulfillmentEvent($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } } }`,
  Capture: `mutation Capture($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { id status } userErrors { field message } } }`,
  CarrierServices: `query CarrierServices { carrierServices(first: 50) { nodes { id name callbackUrl active } } }`,
  CreateCarrierService: `mutation CreateCarrierService($input: DeliveryCarrierServiceCreateInput!) { carrierServiceCreate(input: $input) { carrierService { id } userErrors { field message } } }`,
  UpdateCarrierService: `mutation UpdateCarrierService($input: DeliveryCarrierServiceUpdateInput!) { carrierServiceUpdate(input: $input) { carrierService { id } userErrors { field message } } }`,
} as const;
export type OperationName = keyof typeof OPERATIONS;
