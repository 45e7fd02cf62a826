import { Facts, Section } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Seen = { position: { latitude: number; longitude: number; accuracyMetres: number | null }; at: string };
export type Shift = { startedAt: string; pausedAt: string | null; sharesPosition: boolean; seen: Seen | null };

/** What the courier said of their day; and where they are, only while they agreed to it. */
export function ShiftCard({ shift: { startedAt, pausedAt, sharesPosition, seen }, now }: { shift: Shift; now: string }) {
  const t = useWords();
  const { dateTime } = useFormats();
  const unseen = !sharesPosition ? "notShared" : pausedAt ? "notInPause" : "notYet";
  return (
    <Section title={t("admin.couriers.shift.title")}>
      <Facts
        facts={[
          [t("admin.couriers.shift.since"), dateTime(startedAt)],
          [t("admin.couriers.shift.pausedSince"), pausedAt && dateTime(pausedAt)],
          [t("admin.couriers.shift.position"), seen ? <Place key="seen" seen={seen} now={now} /> : t(`admin.couriers.shift.${unseen}`)],
        ]}
      />
    </Section>
  );
}

function Place({ seen: { position, at }, now }: { seen: Seen; now: string }) {
  const t = useWords();
  const { age } = useFormats();
  const { latitude, longitude, accuracyMetres } = position;
  return (
    <>
      <a href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`} target="_blank" rel="noopener noreferrer">
        {t("admin.couriers.shift.map")}
      </a>{" "}
      <span className="bim-muted">
        {age(at, now)}
        {accuracyMetres !== null && ` · ${t("admin.couriers.shift.within", { metres: Math.round(accuracyMetres) })}`}
      </span>
    </>
  );
}
