import { useState } from "react";
import { tellNotKept } from "../not-kept";
import { usePhoneProgram, type Phone } from "../phone-port";
import { wordingOf } from "../problem";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { findParcel, parcelsOf } from "./find-parcel";
import { wordsOf } from "./found-words";
import { MissingField } from "./missing-field";
import { ScanBox, type Said } from "./scan-box";

type Props = { stop: StopView; isWanted: boolean; t: Say };

/** Where the shop wants it: the parcels that are handed over are scanned at the door, and what was not is explained. */
export function DoorScan({ stop, isWanted, t }: Props) {
  const phone = usePhoneProgram();
  const [said, setSaid] = useState<Said | null>(null);
  if (!isWanted) return null;
  const scanned = phone?.scanned(stop.deliveryId, "door") ?? [];
  const take = async (in_: Phone, text: string): Promise<void> => setSaid(await hand(in_, stop, text, t));
  const tellNot = (error: unknown) => tellNotKept(error, (problem) => setSaid({ text: t(wordingOf(problem)), isGood: false }));
  return (
    <>
      {phone && (
        <>
          <p className="line">
            <strong>{t("parcels.handTitle")}</strong>
            <span>{t("parcels.handed", { count: scanned.length, of: parcelsOf(stop) })}</span>
          </p>
          <ScanBox label={t("scan.atDoor")} said={said} onCode={(text) => void take(phone, text).catch(tellNot)} t={t} />
        </>
      )}
      <MissingField stop={stop} scanned={scanned} isWanted t={t} />
    </>
  );
}

/** Counts a parcel of this stop; of another's it says whose it is. */
async function hand(phone: Phone, stop: StopView, text: string, t: Say): Promise<Said> {
  const found = findParcel(text, phone.stops());
  const order = stop.orderName;
  if (found.code !== "parcel") return { text: wordsOf(found, t), isGood: false };
  if (found.stop.deliveryId !== stop.deliveryId) return { text: t("scan.otherStop", { order: found.stop.orderName }), isGood: false };
  const before = phone.scanned(stop.deliveryId, "door");
  if (before.includes(found.number)) return { text: t("scan.again", { order, number: found.number }), isGood: true };
  await phone.noteScan({ deliveryId: stop.deliveryId, number: found.number, where: "door" });
  return { text: t("scan.handed", { order, count: before.length + 1, of: parcelsOf(stop) }), isGood: true };
}
