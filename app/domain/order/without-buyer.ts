import type { SaleOrder } from "./order";

/** The order without its buyer: amounts and lines stay, they belong to the accounts. */
export const withoutBuyer = (sale: SaleOrder): SaleOrder => ({
  ...sale,
  customerName: "",
  email: null,
  phone: null,
  note: null,
  shippingAddress: null,
  billingAddress: null,
  fiscalData: null,
  refunds: sale.refunds.map((refund) => ({ ...refund, note: null })),
});
