import { wordingOf, type Problem } from "../problem";
import type { Say } from "../words";

export const ProblemNote = ({ problem, t }: { problem: Problem; t: Say }) => (
  <p className="note bad" role="alert">
    {problem.photo && `${t("photoNamed", problem.photo)} `}
    {t(wordingOf(problem))}
  </p>
);
