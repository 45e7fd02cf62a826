import type { KeptProof, PinResult } from "~/domain/proof/told";
import type { ClockNote } from "~/domain/phone-event/clock-note";
import type { Collected } from "~/domain/settlement/collected";
import { Facts, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import { useReason } from "~/ui/worded";
import type { Chain } from "./chain-note";
import { useProofFacts } from "./proof-facts";
import { ReportPhotos, type Photo } from "./report-photos";

export type Attempt = {
  id: string;
  outcome: string;
  /** False: kept beside what stands. */
  stands?: boolean;
  /** When it was taken back. */
  undoneAt?: string | null;
  reason: string | null;
  reasonLabel?: string | null;
  reattemptOn?: string | null;
  note: string | null;
  receivedBy: string | null;
  happenedAt: string;
  receivedAt: string;
  courier: string;
  clock: ClockNote | null;
  latitude: number | null;
  longitude: number | null;
  accuracyMetres: number | null;
  pin?: PinResult | null;
  proof?: KeptProof | null;
  collected?: Collected | null;
  photos: Photo[];
  chain: Chain;
};

const LATE_MILLISECONDS = 60_000;

/** What the courier reported at the door, with its true time; when it reached us much later, that too. */
export function AttemptEntry({ attempt }: { attempt: Attempt }) {
  const t = useWords();
  const { dateTime, fiscalDate, money } = useFormats();
  const proofFacts = useProofFacts();
  const reason = useReason();
  const { outcome, receivedBy, happenedAt, receivedAt, courier, latitude, longitude, accuracyMetres, photos, chain, collected } = attempt;
  const clockText = (clock: ClockNote): string => {
    if (clock.kind === "changed") return t("admin.order.clock.changed", { saidAt: dateTime(clock.saidAt) });
    return clock.kind === "ahead" ? t("admin.order.clock.ahead", clock) : t("admin.order.clock.behind", clock);
  };
  const isLate = Date.parse(receivedAt) - Date.parse(happenedAt) > LATE_MILLISECONDS;
  return (
    <div className="bim-attempt">
      <Text as="h3" variant="headingSm">
        {t(`admin.order.outcome.${outcome}`)}
      </Text>
      <Facts
        facts={[
          [t("admin.order.when"), dateTime(happenedAt)],
          [t("admin.order.undo.undoneAt"), attempt.undoneAt && dateTime(attempt.undoneAt)],
          [t("admin.order.learntAt"), isLate ? dateTime(receivedAt) : null],
          [t("admin.order.clock.title"), attempt.clock && clockText(attempt.clock)],
          [t("admin.order.courier"), courier || null],
          [t("admin.order.failureReason"), attempt.reason && (attempt.reasonLabel ?? reason({ code: attempt.reason }))],
          [t("admin.order.proof.reattemptOn"), attempt.reattemptOn ? fiscalDate(attempt.reattemptOn) : null],
          [t("admin.order.note"), attempt.note],
          [t("admin.order.receivedBy"), receivedBy],
          ...proofFacts(attempt),
          [t("admin.order.collected"), collected && `${money(collected.minor, collected.currency)} · ${t(`reason.how.${collected.how}`)}`],
          [t("admin.order.collectedReference"), collected?.reference],
          [t("admin.order.collectedBecause"), collected?.because],
          [
            t("admin.order.place"),
            latitude !== null && longitude !== null && (
              <a
                key="place"
                href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`}
                target="_blank"
                rel="noopener noreferrer"
              >
                {t("admin.order.map")}
                {accuracyMetres !== null && ` (± ${Math.round(accuracyMetres)} m)`}
              </a>
            ),
          ],
        ]}
      />
      {attempt.stands === false && !attempt.undoneAt && (
        <Text as="p" tone="subdued">
          {t("admin.order.beside")}
        </Text>
      )}
      <ReportPhotos photos={photos} chain={chain} courier={courier} />
    </div>
  );
}
