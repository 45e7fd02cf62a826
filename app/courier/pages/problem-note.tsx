import { wordingOf, type Problem } from "../problem";
import type { Say } from "../words";

export const ProblemNote = ({ problem, t }: { problem: Problem; t: Say }) => (
  <p className="note bad" role="alert">
    {t(wordingOf(problem))}
  </p>
);
