import { memo } from "react";
import type { Day, StopView } from "../protocol";
import { UndoForm } from "../door/undo-form";
import { usePhoneProgram } from "../phone-port";
import type { Problem } from "../problem";
import { stopWords } from "../stop-words";
import { courierWords, type Say } from "../words";
import { CashStrip } from "./cash-strip";
import { Contact } from "./contact";
import { dayByClock, dueOf } from "../due";
import { Icon } from "./icon";
import { Later } from "./later";
import { Lights, SyncBar } from "./lights";
import { PageLink } from "./page-link";
import { doorOf } from "../door-rules";
import { ScanPanel } from "../parcels/scan-panel";
import { ProblemNote } from "./problem-note";
import { ReportedNote } from "./reported-note";
import { RunPanel } from "./run-panel";
import { ShiftPanel } from "./shift-panel";
import { Shell } from "./shell";
import { MoveButtons, OrderedBy } from "./stop-order";
import { BringBack, FetchFrom, StateBadge, TakeShort, units } from "./stop-parts";

/** `reported`: the delivery of which the courier has just told something. */
type Props = { day: Day; reported: string | null; problem: Problem | null };

/** The courier's day: what is still to be called at, in its order, and what was delivered today. */
export function ListPage({ day, reported, problem }: Props) {
  const { locale, shop, courier, done, run, orderedBy } = day;
  const t = courierWords(locale);
  const { today, later } = dueOf(day, usePhoneProgram() && dayByClock(new Date()));
  const count = today.at(-1)?.number ?? 0;
  return (
    <Shell
      locale={locale}
      top={
        <>
          <span>
            <strong>{shop.name}</strong>
            {courier.name}
          </span>
          <Refresh list={listOf(day)} t={t} />
        </>
      }
    >
      <CashStrip money={day.money} list={listOf(day)} locale={locale} t={t} />
      <SyncBar t={t} />
      {problem && <ProblemNote problem={problem} t={t} />}
      {reported !== null && <ReportedNote day={day} reported={reported} t={t} />}
      {day.others.map(({ deliveryId, orderName, code, courier: who }) => (
        <p key={deliveryId} className="note" role="status">
          {t(`others.${code}`, { order: orderName, courier: who })}
        </p>
      ))}
      <ShiftPanel shift={day.shift ?? null} t={t} />
      {count === 0 ? (
        <section className="empty">
          <h1 data-top tabIndex={-1}>
            {t("pending.none")}
          </h1>
          <p>{t("pending.noneHint")}</p>
        </section>
      ) : (
        <h1 data-top tabIndex={-1}>
          {count === 1 ? t("pending.one") : t("pending.many", { count })}
        </h1>
      )}
      <RunPanel {...run} t={t} />
      {count > 0 && (
        <div className="tools">
          <PageLink className="button quiet" to={`${listOf(day)}/map`} label={t("map.open")}>
            <Icon name="maps" />
            {t("map.short")}
          </PageLink>
          <ScanPanel day={day} list={listOf(day)} isWanted={doorOf(day).proof.isScanWanted === true} t={t} />
        </div>
      )}
      {count > 1 && <OrderedBy by={orderedBy} t={t} />}
      <ol className="stops">
        {today.map(({ card, number, isSecond }) => (
          <Stop key={card.deliveryId} {...{ card, number, isSecond, t }} of={count} list={listOf(day)} />
        ))}
      </ol>
      {later.length > 0 && <Later cards={later} list={listOf(day)} t={t} />}
      {done.length > 0 && <Done cards={done} list={listOf(day)} t={t} />}
    </Shell>
  );
}

/** From the server; where the phone's program has taken over, it asks beside what is shown. */
function Refresh({ list, t }: { list: string; t: Say }) {
  const phone = usePhoneProgram();
  if (!phone)
    return (
      <a className="button quiet small" href={list}>
        {t("refresh")}
      </a>
    );
  return (
    <button type="button" className="button quiet small" onClick={() => phone.refresh()}>
      {t("refresh")}
    </button>
  );
}

export const listOf = ({ shop }: Pick<Day, "shop">): string => `/courier/${shop.key}`;
const pageOf = (list: string, { deliveryId }: StopView): string => `${list}/deliveries/${deliveryId}`;

type Listed = { card: StopView; number: number; isSecond: boolean; of: number; list: string; t: Say };

/** Rendered anew only where it has changed itself: a list may have some hundred, and the phone has news every second. */
const Stop = memo(({ card, number, isSecond, of, list, t: say }: Listed) => {
  const t = stopWords(card, say);
  return (
    <li className={isSecond ? "panel stop second" : "panel stop"}>
      <div className="line">
        <span className="number" aria-hidden>
          {number}
        </span>
        <h2 className="order">{card.orderName}</h2>
        <StateBadge card={card} t={t} />
      </div>
      {isSecond ? (
        <p className="hint">{t("exchange.sameDoor", { order: card.orderName })}</p>
      ) : (
        <address>
          <strong>{card.buyer}</strong>
          <span>{card.addressLines.length === 0 ? t("noAddress") : card.addressLines.join(" · ")}</span>
        </address>
      )}
      <FetchFrom card={card} t={t} />
      <BringBack card={card} t={t} />
      <p className="facts">
        {!card.bringBack?.length && <TakeShort card={card} t={t} />}
        <span className="hint">{units(card, t)}</span>
      </p>
      <Lights deliveryId={card.deliveryId} t={t} />
      <div className="beside">
        <PageLink className="button main" to={pageOf(list, card)} label={t("openOf", { order: card.orderName })}>
          {t("open")}
        </PageLink>
        {of > 1 && !isSecond && <MoveButtons card={card} isFirst={number === 1} isLast={number === of} t={t} />}
      </div>
      {!isSecond && <Contact card={card} isShort t={t} />}
    </li>
  );
});

const Done = ({ cards, list, t }: { cards: StopView[]; list: string; t: Say }) => (
  <section>
    <h2>
      {t("doneToday")} ({cards.length})
    </h2>
    <ul className="done">
      {cards.map((card) => (
        <li key={card.deliveryId}>
          <p>
            <span className="tick" aria-hidden>
              ✓
            </span>
            <PageLink to={pageOf(list, card)}>{card.orderName}</PageLink>
            <span>{card.buyer}</span>
            <time>{card.deliveredAtText}</time>
          </p>
          <Lights deliveryId={card.deliveryId} t={t} />
          <UndoForm stop={card} list={list} t={t} />
        </li>
      ))}
    </ul>
  </section>
);
