import { Badge, type BadgeProps } from "@shopify/polaris";
import type { DeliveryState } from "~/domain/delivery/states";
import type { WayMethod } from "~/domain/order/way";
import type { DocumentState } from "~/domain/document/document";
import { useWords } from "./words";

type Tone = BadgeProps["tone"];

const DELIVERY: Record<DeliveryState, Tone> = {
  unassigned: "attention",
  assigned: "info",
  out_for_delivery: "info",
  delivered: "success",
  attempt_failed: "warning",
  returned: undefined,
  cancelled: undefined,
};
const DOCUMENT: Record<DocumentState, Tone> = {
  waiting_for_data: "attention",
  numbered: "info",
  signed: "info",
  sent: "info",
  answer_unknown: "warning",
  authorised: "success",
  delivered_to_buyer: "success",
  rejected: "critical",
  voided: undefined,
  credited: undefined,
};

/** What is fetched and what a carrier has are in states of their own words. */
export function DeliveryBadge({ state, method = "courier" }: { state: DeliveryState; method?: WayMethod | null }) {
  const t = useWords();
  return <Badge tone={DELIVERY[state]}>{t([`states.${method}.${state}`, `states.delivery.${state}`])}</Badge>;
}

/** What is fetched from a buyer: fetched it is still with its courier, until it is at the shop. */
export function ReturnBadge({ state, owesRest }: { state: DeliveryState; owesRest: boolean }) {
  const t = useWords();
  const says = state === "delivered" && !owesRest ? "at_shop" : state;
  return (
    <Badge tone={state === "delivered" && owesRest ? "info" : DELIVERY[state]}>
      {t([`states.reverse.${says}`, `states.delivery.${state}`])}
    </Badge>
  );
}

export function DocumentBadge({ state }: { state: DocumentState }) {
  const t = useWords();
  return <Badge tone={DOCUMENT[state]}>{t(`states.document.${state}`)}</Badge>;
}

export function PaymentBadge({ type }: { type: string }) {
  const t = useWords();
  return <Badge tone={type === "cash_on_delivery" ? "warning-strong" : undefined}>{t(`states.payment.${type}`)}</Badge>;
}
