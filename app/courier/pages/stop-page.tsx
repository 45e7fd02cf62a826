import { ConfirmForm } from "../door/confirm-form";
import { FailForm } from "../door/fail-form";
import { ReturnForm } from "../door/return-form";
import { TypedBefore } from "../door/typed";
import { UndoForm } from "../door/undo-form";
import { StartPanel } from "../door/start-panel";
import { reasonsAt, rulesAt, type DoorRules } from "../door-rules";
import type { StopView } from "../protocol";
import type { Problem } from "../problem";
import { stopWords } from "../stop-words";
import { courierWords } from "../words";
import type { Locale } from "~/i18n/locale";
import { BackToList } from "./back-to-list";
import { Contact } from "./contact";
import { DoorNote } from "./door-note";
import { ExchangeNote, OtherHalf } from "./exchange-note";
import { Lights, SyncBar } from "./lights";
import { ProblemNote } from "./problem-note";
import { Shell } from "./shell";
import { Address, Amount, BringBack, FetchFrom, Goods, StateBadge, ToTake, units } from "./stop-parts";

/** What a form without a script is sent with, and what the last one that was refused had in it. */
export type FormState = {
  confirmId: string;
  failId: string;
  returnId: string;
  tried: { problem: Problem; receivedBy: string; intent: string; typed: Record<string, string> } | null;
};
const NOTHING = {};
/** `reported`: the delivery that was told of last. */
type Props = { locale: Locale; list: string; stop: StopView; door: DoorRules; form: FormState | null; reported?: string | null };

/** One stop: where to, what, what to collect, and what happened at the door. */
export function StopPage({ locale, list, stop, door, form, reported = null }: Props) {
  const t = stopWords(stop, courierWords(locale));
  const isOut = stop.state === "out_for_delivery";
  const tried = form?.tried ?? null;
  const typedIn = (intent: string) => (tried?.intent === intent ? tried.typed : NOTHING);
  return (
    <Shell locale={locale} top={<BackToList list={list} t={t} />}>
      <SyncBar t={t} />
      <div className="line">
        <h1 className="order" data-top tabIndex={-1}>
          {stop.orderName}
        </h1>
        <StateBadge card={stop} t={t} />
      </div>
      {stop.reattemptText && <p className="note">{t("reattempt", { date: stop.reattemptText })}</p>}
      {reported !== null && reported !== stop.deliveryId && <OtherHalf stop={stop} t={t} />}
      <Lights deliveryId={stop.deliveryId} isLive t={t} />
      {tried && <ProblemNote problem={tried.problem} t={t} />}
      <section className="panel">
        <Address card={stop} t={t} />
        <DoorNote stop={stop} t={t} />
        <FetchFrom card={stop} t={t} />
        <BringBack card={stop} t={t} />
        <ToTake card={stop} t={t} />
        <p className="hint">{units(stop, t)}</p>
        <Goods card={stop} />
        {stop.state === "delivered" ? (
          <p className="note good">{t("delivered.at", { time: stop.deliveredAtText ?? "" })}</p>
        ) : (
          !stop.isReturn && <Amount card={stop} t={t} />
        )}
        <Contact card={stop} t={t} />
      </section>
      <UndoForm stop={stop} list={list} t={t} />
      {stop.cover && (
        <p className={stop.cover.number ? "note good" : "note"}>
          {stop.cover.number ? t("cover.authorised", { number: stop.cover.number }) : t("cover.awaited")}
        </p>
      )}
      <ExchangeNote stop={stop} list={list} t={t} />
      <StartPanel stop={stop} list={list} isScanWanted={rulesAt(stop, door.proof).isScanWanted === true} t={t} />
      {isOut && (
        <TypedBefore value={typedIn("confirm")}>
          <ConfirmForm
            {...{ stop, locale, list, t, rules: rulesAt(stop, door.proof) }}
            serverId={form?.confirmId ?? ""}
            receivedBy={tried?.receivedBy ?? ""}
          />
        </TypedBefore>
      )}
      {isOut && (
        <TypedBefore value={typedIn("fail")}>
          <FailForm
            {...{ stop, list, t, reasons: reasonsAt(stop, door.reasons), isGalleryAllowed: door.proof.isGalleryAllowed }}
            serverId={form?.failId ?? ""}
            isOpen={tried?.intent === "fail"}
          />
        </TypedBefore>
      )}
      <TypedBefore value={typedIn("return")}>
        <ReturnForm
          {...{ stop, list, t, isGalleryAllowed: door.proof.isGalleryAllowed }}
          serverId={form?.returnId ?? ""}
          isOpen={tried?.intent === "return"}
        />
      </TypedBefore>
    </Shell>
  );
}
