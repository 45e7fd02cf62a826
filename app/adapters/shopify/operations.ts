import { ORDER_OPERATIONS } from "./order-operations";

/** Every GraphQL operation we send, API 2026-10. A test validates each against Shopify's schema and weighs it. */
export const OPERATIONS = {
  ...ORDER_OPERATIONS,
  ProductsInCollection: `query ProductsInCollection($ids: [ID!]!, $collection: ID!) {
    nodes(ids: $ids) { ... on Product { id isIn: inCollection(id: $collection) } }
  }`,
  Collections: `query Collections($query: String) { collections(first: 50, query: $query, sortKey: TITLE) { nodes { id title } } }`,
  Shop: `query Shop { shop { name email ianaTimezone currencyCode } }`,
  Locations: `query Locations($after: String) { locations(first: 50, after: $after, includeInactive: true) { nodes { id name isActive address { address1 address2 city province zip countryCode } } pageInfo { hasNextPage endCursor } } }`,
  SetMetafields: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { field message } } }`,
  AppInstallation: `query AppInstallation { currentAppInstallation { id } }`,
  AddTags: `mutation AddTags($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { userErrors { field message } } }`,
  RemoveTags: `mutation RemoveTags($id: ID!, $tags: [String!]!) { tagsRemove(id: $id, tags: $tags) { userErrors { field message } } }`,
  UpdateOrder: `mutation UpdateOrder($input: OrderInput!) { orderUpdate(input: $input) { userErrors { field message } } }`,
  CreateFulfillment: `mutation CreateFulfillment($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { field message } } }`,
  CreateFulfillmentEvent: `mutation CreateFulfillmentEvent($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } } }`,
  CreateReverseDelivery: `mutation CreateReverseDelivery($order: ID!, $lines: [ReverseDeliveryLineItemInput!]!, $tracking: ReverseDeliveryTrackingInput!) { reverseDeliveryCreateWithShipping(reverseFulfillmentOrderId: $order, reverseDeliveryLineItems: $lines, trackingInput: $tracking, notifyCustomer: false) { reverseDelivery { id } userErrors { field message } } }`,
  DisposeReturned: `mutation DisposeReturned($inputs: [ReverseFulfillmentOrderDisposeInput!]!) { reverseFulfillmentOrderDispose(dispositionInputs: $inputs) { reverseFulfillmentOrderLineItems { id } userErrors { field message } } }`,
  Capture: `mutation Capture($input: OrderCaptureInput!) { orderCapture(input: $input) { transaction { id status } userErrors { field message } } }`,
  MarkAsPaid: `mutation MarkAsPaid($input: OrderMarkAsPaidInput!) { orderMarkAsPaid(input: $input) { order { id } userErrors { field message } } }`,
  SuggestedRefund: `query SuggestedRefund($id: ID!, $lines: [RefundLineItemInput!]!) {
    order(id: $id) {
      suggestedRefund(refundLineItems: $lines) {
        refundLineItems { subtotalSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } }
        suggestedTransactions { gateway amountSet { shopMoney { amount } presentmentMoney { amount currencyCode } } parentTransaction { id } }
      }
    }
  }`,
  CreateRefund: `mutation CreateRefund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) { refund { id totalRefundedSet { shopMoney { amount } } } userErrors { field message } } }`,
  DeliveryProfiles: `query DeliveryProfiles { deliveryProfiles(first: 25) { nodes { id default } } }`,
  LocationGroups: `query LocationGroups($id: ID!) { deliveryProfile(id: $id) { profileLocationGroups { locationGroup { id locations(first: 50) { nodes { id } } } } } }`,
  ShippingZones: `query ShippingZones($id: ID!, $group: ID!) { deliveryProfile(id: $id) { profileLocationGroups(locationGroupId: $group) { locationGroupZones(first: 30) { edges { cursor node { zone { id } } } } } } }`,
  ZoneCountries: `query ZoneCountries($ids: [ID!]!) { nodes(ids: $ids) { ... on DeliveryZone { id countries { code { countryCode restOfWorld } } } } }`,
  ShippingRates: `query ShippingRates($id: ID!, $group: ID!, $zone: String, $after: String) { deliveryProfile(id: $id) { profileLocationGroups(locationGroupId: $group) { locationGroupZones(first: 1, after: $zone) { nodes { methodDefinitions(first: 50, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } } } }`,
  RateDetails: `query RateDetails($ids: [ID!]!) { nodes(ids: $ids) { ... on DeliveryMethodDefinition { id name active rateProvider { ... on DeliveryRateDefinition { price { amount } } } methodConditions { field operator conditionCriteria { ... on MoneyV2 { amount } ... on Weight { unit value } } } } } }`,
  UpdateDeliveryProfile: `mutation UpdateDeliveryProfile($id: ID!, $profile: DeliveryProfileInput!) { deliveryProfileUpdate(id: $id, profile: $profile) { profile { id } userErrors { field message } } }`,
  DeliveryCustomizations: `query DeliveryCustomizations { deliveryCustomizations(first: 25) { nodes { id title } } }`,
  CreateDeliveryCustomization: `mutation CreateDeliveryCustomization($input: DeliveryCustomizationInput!) { deliveryCustomizationCreate(deliveryCustomization: $input) { deliveryCustomization { id } userErrors { field message } } }`,
  UpdateDeliveryCustomization: `mutation UpdateDeliveryCustomization($id: ID!, $input: DeliveryCustomizationInput!) { deliveryCustomizationUpdate(id: $id, deliveryCustomization: $input) { deliveryCustomization { id } userErrors { field message } } }`,
  BeginOrderEdit: `mutation BeginOrderEdit($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id shippingLines { id stagedStatus } } userErrors { field message } } }`,
  RemoveEditedShipping: `mutation RemoveEditedShipping($id: ID!, $shippingLineId: ID!) { orderEditRemoveShippingLine(id: $id, shippingLineId: $shippingLineId) { userErrors { field message } } }`,
  AddEditedShipping: `mutation AddEditedShipping($id: ID!, $shippingLine: OrderEditAddShippingLineInput!) { orderEditAddShippingLine(id: $id, shippingLine: $shippingLine) { userErrors { field message } } }`,
  CommitOrderEdit: `mutation CommitOrderEdit($id: ID!) { orderEditCommit(id: $id, notifyCustomer: true) { order { id } userErrors { field message } } }`,
  CarrierServices: `query CarrierServices { carrierServices(first: 50) { nodes { id name callbackUrl active } } }`,
  CreateCarrierService: `mutation CreateCarrierService($input: DeliveryCarrierServiceCreateInput!) { carrierServiceCreate(input: $input) { carrierService { id } userErrors { field message } } }`,
  UpdateCarrierService: `mutation UpdateCarrierService($input: DeliveryCarrierServiceUpdateInput!) { carrierServiceUpdate(input: $input) { carrierService { id } userErrors { field message } } }`,
} as const;
export type OperationName = keyof typeof OPERATIONS;
