import type { Day, Run } from "../protocol";
import type { Say } from "../words";
import { OnlineForm } from "./online-form";

type Props = Day["run"] & { t: Say };

/** What is to be loaded, and what is on the way under which guide: the papers asked for on the road. */
export function RunPanel({ loadable, isIncomplete, runs, t }: Props) {
  return (
    <>
      {loadable > 0 && (isIncomplete ? <p className="note bad">{t("run.incomplete")}</p> : <LoadForm count={loadable} t={t} />)}
      {runs.map((run) => (run.guide?.pdfUrl ? <Ready key={run.id} run={run} t={t} /> : <Open key={run.id} run={run} t={t} />))}
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

const countOf = ({ orders }: Run, t: Say): string => (orders.length === 1 ? t("run.one") : t("run.many", { count: orders.length }));

/** With its guide there is nothing to wait for: one line, and the papers behind it for whoever asks for them on the road. */
const Ready = ({ run, t }: { run: Run; t: Say }) => (
  <details className="panel run">
    <summary>
      <span>
        <strong>{countOf(run, t)}</strong>
        <span className="hint good">{t("run.guide", { number: run.guide?.number ?? "" })}</span>
      </span>
    </summary>
    <p>{run.orders.join(", ")}</p>
    {run.from && <p className="hint">{t("run.from", { place: run.from })}</p>}
    <p className="hint key">{run.guide?.accessKey}</p>
    <a className="button quiet" href={run.guide?.pdfUrl ?? ""} target="_blank" rel="noreferrer">
      {t("run.print")}
    </a>
  </details>
);

/** Whoever may not set out yet, or only by the shop's word, reads why without a tap. */
const Open = ({ run, t }: { run: Run; t: Say }) => (
  <section className="panel">
    <p className="line">
      <strong>{countOf(run, t)}</strong>
      <span>{run.orders.join(", ")}</span>
    </p>
    {run.from && <p className="hint">{t("run.from", { place: run.from })}</p>}
    <Waiting run={run} t={t} />
  </section>
);

function Waiting({ run: { state, overrideReason, guide }, t }: { run: Run; t: Say }) {
  if (state !== "loading") return <p className="note">{t("run.overridden", { reason: overrideReason ?? "" })}</p>;
  return (
    <p className={guide?.state === "rejected" ? "note bad" : "note"} role="status">
      {t(guide?.state === "rejected" ? "run.rejected" : "run.waiting")}
    </p>
  );
}
