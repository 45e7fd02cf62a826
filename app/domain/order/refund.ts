/**
 * What one refund took off an order and gave back, in shop currency's minor units; all positive. Net amounts are as in OrderLine: with
 * the tax in them when the order is tax-included. An order edit leaves one too, with `totalMinor` 0: units gone, no money moved; so does a
 * cancellation, with as much money as had been paid.
 */
export type Refund = {
  gid: string;
  createdAt: string;
  note: string | null;
  lines: { lineId: string; quantity: number; netMinor: number; taxMinor: number }[];
  shipping: { shippingLineId: string | null; netMinor: number; taxMinor: number }[];
  dutiesMinor: number;
  tipMinor: number;
  /** Money given back that belongs to none of the above; negative when the merchant kept some of their worth. */
  adjustmentMinor: number;
  /** The money that went back. */
  totalMinor: number;
};
