import { wordingOf, type Problem } from "./problem";
import type { Sending } from "./use-report";
import type { Say } from "./words";

export const ProblemNote = ({ problem, t }: { problem: Problem; t: Say }) => (
  <p className="note bad" role="alert">
    {t(wordingOf(problem))}
  </p>
);

/** How the sending goes, above the button that started it. */
export function Progress({ sending, t }: { sending: Sending; t: Say }) {
  switch (sending.step) {
    case "idle":
      return null;
    case "preparing":
      return (
        <p className="note" role="status">
          {t("preparing")}
        </p>
      );
    case "sending":
      return (
        <div className="note" role="status">
          <p>{sending.percent < 100 ? t("sending", { percent: sending.percent }) : t("processing")}</p>
          <progress max={100} value={sending.percent} aria-hidden />
        </div>
      );
    case "offline":
      return (
        <p className="note bad" role="alert">
          {t("offline")}
        </p>
      );
    case "refused":
      return <ProblemNote problem={sending.problem} t={t} />;
  }
}
