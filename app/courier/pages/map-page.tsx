import { useState } from "react";
import { dayByClock, dueOf } from "../due";
import { MapBoard } from "../map/map-board";
import { spotsOf, type Numbered } from "../map/spots";
import { SpotCard } from "../map/spot-card";
import { usePhoneProgram, type Phone } from "../phone-port";
import type { Day } from "../protocol";
import { courierWords, type Say } from "../words";
import { BackToList } from "./back-to-list";
import { SyncBar } from "./lights";
import { listOf } from "./list-page";
import { PageLink } from "./page-link";
import { Shell } from "./shell";

type Props = { day: Day };

/** Where today's stops are. Drawing it needs the phone's program; without it there is their list, in the same order. */
export function MapPage({ day }: Props) {
  const t = courierWords(day.locale);
  const phone = usePhoneProgram();
  const list = listOf(day);
  return (
    <Shell locale={day.locale} top={<BackToList list={list} t={t} />}>
      <SyncBar t={t} />
      <h1 data-top tabIndex={-1}>
        {t("map.title")}
      </h1>
      {phone ? <Drawn {...{ day, phone, list, t }} /> : <Stops stops={dueOf(day, null).today} {...{ list, t }} />}
    </Shell>
  );
}

function Drawn({ day, phone, list, t }: Props & { phone: Phone; list: string; t: Say }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isBroken, setBroken] = useState(false);
  const { spots, line, unplaced } = spotsOf(day, dayByClock(new Date()));
  if (isBroken)
    return (
      <>
        <p className="note" role="alert">
          {t("map.broken")}
        </p>
        <Stops stops={dueOf(day, dayByClock(new Date())).today} {...{ list, t }} />
      </>
    );
  const spot = spots.find(({ key }) => key === chosen);
  return (
    <>
      <MapBoard
        {...{ shown: { spots, line, chosen: spot?.key ?? null }, open: phone.openMap, tiles: day.tiles ?? null, t }}
        onChosen={setChosen}
        onBroken={() => setBroken(true)}
      />
      <div role="status">{spot ? <SpotCard {...{ spot, list, t }} /> : spots.length > 0 && <p className="hint">{t("map.tap")}</p>}</div>
      {unplaced.length > 0 && (
        <section>
          <h2>
            {t("map.unplaced")} ({unplaced.length})
          </h2>
          <p className="hint">{t("map.unplacedHint")}</p>
          <Stops stops={unplaced} {...{ list, t }} />
        </section>
      )}
    </>
  );
}

const Stops = ({ stops, list, t }: { stops: Numbered[]; list: string; t: Say }) => (
  <ol className="done places">
    {stops.map(({ number, card }) => (
      <li key={card.deliveryId}>
        <p>
          <span className="number" aria-hidden>
            {number}
          </span>
          <PageLink to={`${list}/deliveries/${card.deliveryId}`}>{card.orderName}</PageLink>
          <span>{card.addressLines[0] ?? t("noAddress")}</span>
        </p>
      </li>
    ))}
  </ol>
);
