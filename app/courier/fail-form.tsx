import { FAILURE_REASONS } from "~/domain/delivery/states";
import { PositionField } from "./position-field";
import { Progress } from "./progress";
import { useReport } from "./use-report";
import type { Say } from "./words";

/** Folded away: it is the exception. */
export function FailForm({ serverId, isOpen, t }: { serverId: string; isOpen: boolean; t: Say }) {
  const { reportId, sending, send, isBusy } = useReport(serverId);
  return (
    <details className="panel" open={isOpen}>
      <summary>{t("fail.title")}</summary>
      <form method="post" encType="multipart/form-data" onSubmit={send} aria-busy={isBusy}>
        <input type="hidden" name="intent" value="fail" />
        <input type="hidden" name="reportId" value={reportId} />
        <fieldset disabled={isBusy}>
          <fieldset className="choices">
            <legend>{t("fail.reason")}</legend>
            {FAILURE_REASONS.map((reason) => (
              <label key={reason}>
                <input type="radio" name="reason" value={reason} required />
                {t(`reason.${reason}`)}
              </label>
            ))}
          </fieldset>
          <div className="field">
            <label htmlFor="note">{t("fail.note")}</label>
            <textarea id="note" name="note" rows={2} maxLength={200} />
          </div>
          <PositionField t={t} />
        </fieldset>
        <Progress sending={sending} t={t} />
        <button className="button danger" disabled={isBusy}>
          {t(sending.step === "offline" ? "retry" : "fail.submit")}
        </button>
      </form>
    </details>
  );
}
