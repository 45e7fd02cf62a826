import { usePhoneProgram } from "../phone-port";
import { wordingOfOutcome } from "../problem";
import type { Day } from "../protocol";
import type { Say } from "../words";

type Props = { day: Day; reported: string; t: Say };

/** What became of the report that was just made: as it was meant, or kept beside what stands and why. `reported`: its delivery. */
export function ReportedNote({ day, reported, t }: Props) {
  const phone = usePhoneProgram();
  const stop = [...day.pending, ...day.done].find(({ deliveryId }) => deliveryId === reported);
  // On the phone the stop's own lights say it, as long as the stop is in the list.
  const known = phone
    ? stop
      ? null
      : phone.lights(reported)?.outcome
    : day.reports.find(({ deliveryId }) => deliveryId === reported)?.outcome;
  if (known && known.code !== "applied") return <Note words={t(wordingOfOutcome(known))} />;
  if (!stop) return <Note words={t("returned")} />;
  const isDelivered = stop.state === "delivered";
  return <Note isGood={isDelivered} words={t(isDelivered ? "confirmed" : "failed", { order: stop.orderName })} />;
}

const Note = ({ words, isGood = false }: { words: string; isGood?: boolean }) => (
  <p className={isGood ? "note good" : "note"} role="status" data-top tabIndex={-1}>
    {words}
  </p>
);
