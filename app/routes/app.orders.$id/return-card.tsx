import type { CommissionBasis } from "~/domain/rate/commission";
import type { DeliveryState } from "~/domain/delivery/states";
import { SEEN_BY_A_PERSON } from "~/domain/delivery/seen-by-a-person";
import { awaitsPhoto } from "~/domain/delivery/awaits-photo";
import type { Refused } from "~/domain/delivery/refusal";
import type { Held } from "~/domain/delivery/held";
import { Attention } from "~/ui/attention";
import { IntentForm } from "~/ui/form/form";
import { Facts, Section } from "~/ui/polaris";
import { ReturnBadge } from "~/ui/states";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";
import { AttemptEntry, type Attempt } from "./attempt";
import { AwaitedPhoto } from "./awaited-photo";
import { Commission } from "./commission";
import { UndoCard } from "./undo-card";
import { ReassignForm } from "./reassign-form";
import { Why, type Assignment } from "./why";

type Fetching = {
  id: string;
  state: DeliveryState;
  method: "courier" | "pickup" | "carrier";
  owesRest: boolean;
  refused: Refused[];
  goods: { title: string; quantity: number }[];
  attempts: Attempt[];
  undoes: "delivered" | "failed" | "returned" | null;
  couriers: { id: string; name: string }[];
  zone: string | null;
  courier: string | null;
  courierId: string | null;
  commissionMinor: number | null;
  commissionBasis: CommissionBasis | null;
  currency: string;
  assignment: Assignment | null;
  attention: Worded | null;
  startedAt: string | null;
  deliveredAt: string | null;
  provenAt: string | null;
  heldFor: Held | null;
  heldUntil: string | null;
};

/** The goods of a return: who fetches them from the buyer, and how far they are. */
export function ReturnCard({ delivery, orderGid }: { delivery: Fetching; orderGid: string }) {
  const t = useWords();
  const { dateTime } = useFormats();
  const { id: deliveryId, state, owesRest, attention, goods, attempts, assignment } = delivery;
  const shopAt = attempts.findLast(({ outcome }) => outcome === "returned")?.happenedAt;
  return (
    <Section title={t("admin.order.return.title")} aside={<ReturnBadge state={state} owesRest={owesRest} />}>
      {attention && <Attention worded={attention} />}
      <AwaitedPhoto
        deliveryId={deliveryId}
        isAwaited={awaitsPhoto(delivery)}
        isMissed={attention?.code === "fetched_photo_missing"}
        until={delivery.heldUntil}
      />
      {attention && SEEN_BY_A_PERSON.includes(attention.code) && (
        <IntentForm intent="seen" submit={t("admin.order.seen")} variant="secondary" hidden={{ deliveryId }} />
      )}
      <UndoCard {...delivery} deliveryId={deliveryId} isFetched orderGid={orderGid} />
      <Facts
        facts={[
          [t("admin.order.goods"), goods.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")],
          [t("admin.order.zone"), delivery.zone],
          [t("admin.order.commission"), delivery.commissionMinor !== null && <Commission key="commission" {...delivery} />],
          [t("admin.order.courier"), delivery.courier],
          [t("admin.order.startedAt"), delivery.startedAt && dateTime(delivery.startedAt)],
          [t("admin.order.return.fetchedAt"), delivery.deliveredAt && dateTime(delivery.deliveredAt)],
          [t("admin.order.return.atShop"), shopAt && dateTime(shopAt)],
        ]}
      />
      {assignment && <Why assignment={assignment} isSaid={assignment.code === attention?.code} />}
      <ReassignForm {...delivery} deliveryId={deliveryId} />
      {attempts.map((attempt) => (
        <AttemptEntry key={attempt.id} attempt={attempt} />
      ))}
    </Section>
  );
}
