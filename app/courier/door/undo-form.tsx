import { ProblemNote } from "../pages/problem-note";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { useDraft } from "./use-draft";

type Props = { stop: StopView; list: string; t: Say };

/** A report was a mistake: it is asked once more before it is taken back. Without a script the stop's own page takes it, from wherever it is sent. */
export function UndoForm({ stop, list, t }: Props) {
  const reportId = stop.undo?.reportId ?? "";
  const { isBusy, problem, onSubmit } = useDraft(list, () => ({ kind: "undo", deliveryId: stop.deliveryId, reportId, position: null }));
  if (!stop.undo) return null;
  const of = stop.state === "attempt_failed" ? "failed" : "delivered";
  return (
    <details className="undo">
      <summary aria-label={t("undo.of", { order: stop.orderName })}>{t("undo.title")}</summary>
      <form method="post" action={`${list}/deliveries/${stop.deliveryId}`} onSubmit={onSubmit} aria-busy={isBusy}>
        <input type="hidden" name="intent" value="undo" />
        <input type="hidden" name="undoes" value={reportId} />
        <p>{t(`undo.question.${of}`, { order: stop.orderName })}</p>
        {problem && <ProblemNote problem={problem} t={t} />}
        <button className="button danger" disabled={isBusy}>
          {t(`undo.submit.${of}`)}
        </button>
      </form>
    </details>
  );
}
