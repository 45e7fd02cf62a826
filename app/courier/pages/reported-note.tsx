import { usePhoneProgram } from "../phone-port";
import { wordingOfOutcome } from "../problem";
import type { Day, StopView } from "../protocol";
import { reportedIn } from "../reported";
import { stopWords } from "../stop-words";
import type { Say } from "../words";

type Props = { day: Day; reported: string; t: Say };

/** What became of the report that was just made: as it was meant, or kept beside what stands and why. `reported`: as the address says it. */
export function ReportedNote({ day, reported, t }: Props) {
  const phone = usePhoneProgram();
  const { deliveryId: id, isReturn } = reportedIn(reported);
  const stop = [...day.pending, ...day.done].find(({ deliveryId }) => deliveryId === id);
  // On the phone the stop's own lights say it, as long as the stop is in the list.
  const known = phone ? (stop ? null : phone.lights(id)?.outcome) : day.reports.find(({ deliveryId }) => deliveryId === id)?.outcome;
  if (known && known.code !== "applied") return <Note words={t(wordingOfOutcome(known))} />;
  if (!stop || isReturn) return <Note words={t("returned")} />;
  return <Note isGood={stop.state === "delivered"} words={stopWords(stop, t)(newsOf(stop), { order: stop.orderName })} />;
}

/** By what it is now: nothing that is told of a stop on its way leads here but that something else was a mistake. */
const newsOf = ({ state }: StopView) =>
  state === "delivered" ? "confirmed" : state === "out_for_delivery" || state === "assigned" ? "undo.done" : "failed";

const Note = ({ words, isGood = false }: { words: string; isGood?: boolean }) => (
  <p className={isGood ? "note good" : "note"} role="status" data-top tabIndex={-1}>
    {words}
  </p>
);
