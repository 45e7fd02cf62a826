import type { CommissionBasis } from "~/domain/rate/commission";
import type { DeliveryState } from "~/domain/delivery/states";
import type { PostalAddress } from "~/domain/order/order";
import type { WayMethod } from "~/domain/order/way";
import type { Held } from "~/domain/delivery/held";
import type { Doubt } from "~/domain/proof/doubt";
import { SEEN_BY_A_PERSON } from "~/domain/delivery/seen-by-a-person";
import { awaitsPhoto } from "~/domain/delivery/awaits-photo";
import { Attention } from "~/ui/attention";
import { IntentForm } from "~/ui/form/form";
import { Facts, Section, Text } from "~/ui/polaris";
import { DeliveryBadge } from "~/ui/states";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";
import { AwaitedPhoto } from "./awaited-photo";
import { HeldCard } from "./held-card";
import { AttemptEntry, type Attempt } from "./attempt";
import { ParcelsForm } from "./parcels-form";
import { UndoCard } from "./undo-card";
import { PriceForm } from "./price-form";
import { DeliveredForm, HandOverForm } from "./without-courier";
import { Commission } from "./commission";
import { ReassignForm } from "./reassign-form";
import { Why, type Assignment } from "./why";

type Delivery = {
  id: string;
  state: DeliveryState;
  method: WayMethod;
  goods: { title: string; quantity: number }[];
  parcels: number;
  attempts: Attempt[];
  couriers: { id: string; name: string }[];
  zone: string | null;
  courier: string | null;
  courierId: string | null;
  shippingWith: number | null;
  rateMinor: number | null;
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
  doubt: Doubt | null;
  /** What a courier reported of it may be taken back. */
  undoes: "delivered" | "failed" | "returned" | null;
};
type Props = {
  delivery: Delivery;
  /** Which of the order's deliveries it is. */
  place: { number: number; of: number };
  address: PostalAddress | null;
  orderGid: string;
  handOverId: string;
  /** yyyy-mm-dd where the shop is. */
  today: string;
};

/** Where the goods are, by which way they go, who has them and why, and what was reported when they were handed over. */
export function DeliveryCard({ delivery, place, address, orderGid, handOverId, today }: Props) {
  const t = useWords();
  const { dateTime } = useFormats();
  const { method, goods, attempts } = delivery;
  return (
    <Section
      title={place.of > 1 ? t(`admin.order.way.${method}Of`, place) : t(`admin.order.way.${method}`)}
      aside={<DeliveryBadge state={delivery.state} method={method} />}
    >
      {delivery.attention && <Attention worded={delivery.attention} />}
      {delivery.attention?.code === "capture_failed" && <IntentForm intent="capture" submit={t("admin.order.retry")} />}
      <AwaitedPhoto
        deliveryId={delivery.id}
        isAwaited={awaitsPhoto(delivery)}
        isMissed={delivery.attention?.code === "photo_missing"}
        until={delivery.heldUntil}
      />
      {delivery.attention && SEEN_BY_A_PERSON.includes(delivery.attention.code) && (
        <IntentForm intent="seen" submit={t("admin.order.seen")} variant="secondary" hidden={{ deliveryId: delivery.id }} />
      )}
      <HeldCard {...delivery} deliveryId={delivery.id} />
      <UndoCard {...delivery} deliveryId={delivery.id} orderGid={orderGid} />
      {delivery.shippingWith === null && <PriceForm deliveryId={delivery.id} attention={delivery.attention} currency={delivery.currency} />}
      <Facts
        facts={[
          [t("admin.order.goods"), place.of > 1 && goods.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")],
          [t("admin.order.parcels"), delivery.parcels > 1 && String(delivery.parcels)],
          [t("admin.order.address"), method !== "pickup" && address && <Address key="address" address={address} />],
          [t("admin.order.zone"), delivery.zone],
          [t("admin.order.rate"), delivery.rateMinor !== null && <Rate key="rate" {...delivery} />],
          [t("admin.order.commission"), delivery.commissionMinor !== null && <Commission key="commission" {...delivery} />],
          [t("admin.order.courier"), delivery.courier],
          [t("admin.order.startedAt"), delivery.startedAt && dateTime(delivery.startedAt)],
          [t("admin.order.deliveredAt"), delivery.deliveredAt && dateTime(delivery.deliveredAt)],
        ]}
      />
      {delivery.assignment && <Why assignment={delivery.assignment} isSaid={delivery.assignment.code === delivery.attention?.code} />}
      {method === "pickup" && delivery.state === "unassigned" && <HandOverForm deliveryId={delivery.id} handOverId={handOverId} />}
      {method === "pickup" && delivery.state === "delivered" && (
        <Text as="p" tone="subdued">
          {t("admin.order.counterMistake")}
        </Text>
      )}
      {method === "carrier" && delivery.state === "out_for_delivery" && <DeliveredForm deliveryId={delivery.id} today={today} />}
      <ParcelsForm deliveryId={delivery.id} {...delivery} />
      <ReassignForm {...delivery} deliveryId={delivery.id} />
      {attempts.map((attempt) => (
        <AttemptEntry key={attempt.id} attempt={attempt} />
      ))}
    </Section>
  );
}

/** The zone's price, and where the order's shipping counts with another delivery, that it does. */
function Rate({ rateMinor, shippingWith, currency }: Pick<Delivery, "rateMinor" | "shippingWith" | "currency">) {
  const t = useWords();
  const { money } = useFormats();
  return (
    <>
      <div>{money(rateMinor ?? 0, currency)}</div>
      {shippingWith !== null && <div className="bim-muted">{t("admin.order.shippingWith", { number: shippingWith })}</div>}
    </>
  );
}

function Address({ address: { name, address1, address2, city, zip, latitude, longitude } }: { address: PostalAddress }) {
  const t = useWords();
  const line = [address1, address2, city, zip].filter(Boolean).join(", ");
  const place = latitude !== null && longitude !== null ? `${latitude},${longitude}` : line;
  return (
    <>
      {name && <div>{name}</div>}
      <div>{line}</div>
      <a href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`} target="_blank" rel="noopener noreferrer">
        {t("admin.order.map")}
      </a>
    </>
  );
}
