import type { Day, Run } from "../protocol";
import type { Say } from "../words";
import { OnlineForm } from "./online-form";

type Props = Day["run"] & { t: Say };

/** What is to be loaded, and what is on the way under which guide: the papers asked for on the road. */
export function RunPanel({ loadable, isIncomplete, runs, t }: Props) {
  return (
    <>
      {loadable > 0 && (isIncomplete ? <p className="note bad">{t("run.incomplete")}</p> : <LoadForm count={loadable} t={t} />)}
      {runs.map((run) => (
        <section key={run.id} className="panel">
          <p className="line">
            <strong>{run.orders.length === 1 ? t("run.one") : t("run.many", { count: run.orders.length })}</strong>
            <span>{run.orders.join(", ")}</span>
          </p>
          {run.from && <p className="hint">{t("run.from", { place: run.from })}</p>}
          <Papers run={run} t={t} />
        </section>
      ))}
    </>
  );
}

const LoadForm = ({ count, t }: { count: number; t: Say }) => (
  <OnlineForm className="panel" t={t}>
    <input type="hidden" name="intent" value="load" />
    <p className="hint">{t("run.loadHint")}</p>
    <button className="button main">{count === 1 ? t("run.loadOne") : t("run.loadMany", { count })}</button>
  </OnlineForm>
);

function Papers({ run: { state, overrideReason, guide }, t }: { run: Run; t: Say }) {
  if (guide?.pdfUrl)
    return (
      <>
        <p className="note good">{t("run.guide", { number: guide.number ?? "" })}</p>
        <p className="hint key">{guide.accessKey}</p>
        <a className="button quiet" href={guide.pdfUrl} target="_blank" rel="noreferrer">
          {t("run.print")}
        </a>
      </>
    );
  if (state !== "loading") return <p className="note">{t("run.overridden", { reason: overrideReason ?? "" })}</p>;
  return (
    <p className={guide?.state === "rejected" ? "note bad" : "note"} role="status">
      {t(guide?.state === "rejected" ? "run.rejected" : "run.waiting")}
    </p>
  );
}
