import { useState } from "react";
import { OPEN_STATES } from "~/domain/delivery/states";
import type { StopView } from "../protocol";
import { Address, Amount, Contact, Goods, StateBadge } from "../stop";
import type { Say } from "../words";
import { usePhone } from "./use-phone";

type Props = { stop: StopView; t: Say; back: () => void };

export function DeliveryPage({ stop, t, back }: Props) {
  const { record } = usePhone();
  const { deliveryId, state } = stop;
  return (
    <>
      <button type="button" className="button quiet small" onClick={back}>
        {t("back")}
      </button>
      <p className="line">
        <strong className="order">{stop.orderName}</strong>
        <StateBadge card={stop} t={t} />
      </p>
      <Amount card={stop} t={t} />
      <Address card={stop} t={t} />
      <Contact card={stop} t={t} />
      <Goods card={stop} />
      {state === "out_for_delivery" && <Confirm deliveryId={deliveryId} t={t} back={back} />}
      {state !== "out_for_delivery" && OPEN_STATES.includes(state) && (
        <button type="button" className="button main" onClick={() => void record({ kind: "start", deliveryId })}>
          {t(state === "attempt_failed" ? "again" : "start")}
        </button>
      )}
    </>
  );
}

function Confirm({ deliveryId, t, back }: { deliveryId: string; t: Say; back: () => void }) {
  const { drafts, record, takePhoto } = usePhone();
  const [receivedBy, setReceivedBy] = useState("");
  const taken = drafts(deliveryId);
  const confirm = async () => {
    await record({ kind: "confirm", deliveryId, receivedBy, photos: taken.map(({ id }) => ({ shotId: id, reason: null })) });
    back();
  };
  return (
    <section className="panel" data-drafts={taken.length}>
      <label className="photo">
        <span>{t("confirm.photo")}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            currentTarget.value = "";
            if (file) void takePhoto(file, { deliveryId });
          }}
        />
      </label>
      <input
        name="receivedBy"
        aria-label={t("confirm.receivedBy")}
        value={receivedBy}
        onChange={({ currentTarget }) => setReceivedBy(currentTarget.value)}
      />
      <button
        type="button"
        className="button main"
        disabled={taken.length === 0 || receivedBy.trim() === ""}
        onClick={() => void confirm()}
      >
        {t("confirm.submit")}
      </button>
    </section>
  );
}
