import type { PaymentType } from "~/domain/order/order";
import { paymentTypeOf } from "~/domain/order/payment-type";
import type { WayToPay } from "~/domain/settlement/collected";

/** How an order is paid, and the merchant's own choice of the authority's code by gateway. */
type Paying = { paymentType: PaymentType; paymentCodes: Readonly<Record<string, string>> };

const TYPES: Record<WayToPay, PaymentType> = { cash: "cash_on_delivery", transfer: "transfer", card_machine: "card" };

/**
 * An order that was to be paid in cash at the door is paid as the money really came: by transfer or with the courier's card machine. The code that the
 * merchant chose for cash on delivery is not for that. `how` null: nobody collected anything.
 */
export function asCollected({ paymentType, paymentCodes }: Paying, how: WayToPay | null): Paying {
  if (how === null || how === "cash" || paymentType !== "cash_on_delivery") return { paymentType, paymentCodes };
  const others = Object.entries(paymentCodes).filter(([gateway]) => !isForTheDoor(gateway));
  return { paymentType: TYPES[how], paymentCodes: Object.fromEntries(others) };
}

const isForTheDoor = (gateway: string): boolean =>
  paymentTypeOf({ financialStatus: "PENDING", gateways: [gateway], transactions: [] }) === "cash_on_delivery";
