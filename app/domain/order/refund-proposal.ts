/** What refunding the refused goods of an order would do. `ways`: by which payments the money goes back, as Shopify names them. */
export type RefundProposal = {
  goods: string;
  worthMinor: number;
  backMinor: number;
  currency: string;
  ways: { gateway: string; minor: number }[];
  /** Whether Shopify says where they would be for sale again. */
  mayRestock: boolean;
  /** Whether they are at the shop again, as far as their courier told. */
  isBack: boolean;
  /** Made with what is shown, so that pressed twice it is one refund. */
  key: string;
};
