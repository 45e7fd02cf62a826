import { useState } from "react";
import { tellNotKept } from "../not-kept";
import { usePhoneProgram, type Phone } from "../phone-port";
import { wordingOf } from "../problem";
import type { Day, StopView } from "../protocol";
import type { Say } from "../words";
import { findParcel, parcelsOf } from "./find-parcel";
import { wordsOf } from "./found-words";
import { LoadingState } from "./loading-state";
import { ScanBox, type Said } from "./scan-box";

type Props = { day: Day; list: string; isWanted: boolean; t: Say };

/**
 * A parcel's label counts it as loaded while its delivery is at the shop; afterwards it opens the stop. Only with the phone's program: a page
 * without a script has no camera.
 */
export function ScanPanel({ day, list, isWanted, t }: Props) {
  const phone = usePhoneProgram();
  const [said, setSaid] = useState<Said | null>(null);
  if (!phone) return null;
  const take = async (text: string): Promise<void> => {
    const found = findParcel(text, day);
    if (found.code !== "parcel") return setSaid({ text: wordsOf(found, t), isGood: false });
    const { stop, number } = found;
    if (stop.state !== "assigned") return phone.go(`${list}/deliveries/${stop.deliveryId}`);
    setSaid({ text: await load(phone, stop, number, t), isGood: true });
  };
  const tellNot = (error: unknown) => tellNotKept(error, (problem) => setSaid({ text: t(wordingOf(problem)), isGood: false }));
  return (
    <>
      <ScanBox label={t("scan.open")} said={said} onCode={(text) => void take(text).catch(tellNot)} t={t} />
      <LoadingState stops={day.pending} scanned={phone.scanned} isWanted={isWanted} t={t} />
    </>
  );
}

/** Counts it, and says how far the delivery's loading is. */
async function load(phone: Phone, stop: StopView, number: number, t: Say): Promise<string> {
  const { deliveryId, orderName: order } = stop;
  const before = phone.scanned(deliveryId, "loading");
  if (before.includes(number)) return t("scan.again", { order, number });
  await phone.noteScan({ deliveryId, number, where: "loading" });
  const [count, of] = [before.length + 1, parcelsOf(stop)];
  return t(count === of ? "scan.allLoaded" : "scan.loaded", { order, count, of });
}
