import type { SaleOrder } from "~/domain/order/order";
import { paymentTypeOf } from "~/domain/order/payment-type";
import { sumOf, type ReadMinor } from "./amounts";
import type { OrderNode, TransactionNode } from "./order-node";

type Payment = Pick<
  SaleOrder,
  "financialStatus" | "gateways" | "paymentType" | "transactions" | "giftCardMinor" | "paymentTerms" | "cashRoundingMinor"
>;

const GIFT_CARD = "gift_card";
const isGiftCard = ({ gateway }: TransactionNode): boolean => gateway === GIFT_CARD;

/** How an order is paid. A gift card is no payment type of its own: what pays the rest is. */
export function toPayment(node: OrderNode, minor: ReadMinor): Payment {
  const financialStatus = node.displayFinancialStatus ?? "PENDING";
  const [schedule] = node.paymentTerms?.paymentSchedules.nodes ?? [];
  const rounding = node.totalCashRoundingAdjustment;
  return {
    financialStatus,
    gateways: node.paymentGatewayNames,
    paymentType: paymentTypeOf({
      financialStatus,
      gateways: node.paymentGatewayNames,
      transactions: node.transactions
        .filter((one) => !isGiftCard(one))
        .map(({ kind, status, manualPaymentGateway }) => ({ kind, status, manual: manualPaymentGateway })),
    }),
    transactions: node.transactions.map((one) => ({
      gid: one.id,
      kind: one.kind,
      status: one.status,
      gateway: one.gateway,
      amountMinor: minor(one.amountSet),
      parentGid: one.parentTransaction?.id ?? null,
      processedAt: one.processedAt,
      authorizationExpiresAt: one.authorizationExpiresAt,
    })),
    giftCardMinor: giftCardOf(node.transactions.filter(isGiftCard), minor),
    paymentTerms: node.paymentTerms ? { dueAt: schedule?.dueAt ?? null, dueInDays: node.paymentTerms.dueInDays } : null,
    cashRoundingMinor: minor(rounding.paymentSet) - minor(rounding.refundSet),
  };
}

const SIGNS: Record<string, number> = { SALE: 1, CAPTURE: 1, REFUND: -1 };
const giftCardOf = (transactions: TransactionNode[], minor: ReadMinor): number =>
  sumOf(transactions.filter(({ status }) => status === "SUCCESS").map((one) => (SIGNS[one.kind] ?? 0) * minor(one.amountSet)));
