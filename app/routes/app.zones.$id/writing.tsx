import { createContext, useContext, type ReactNode } from "react";
import type { ZoneDraft } from "~/domain/zone-draft/draft";
import { valueAt, withValue } from "~/domain/zone-draft/path";
import type { FieldProblem, Problems } from "~/domain/zone-draft/problems";
import { useWords } from "~/ui/words";

export type Writing = {
  draft: ZoneDraft;
  currency: string;
  /** What is wrong, by path; while nothing was sent yet, only what one can't see for oneself. */
  problems: Problems;
  change: (next: (draft: ZoneDraft) => ZoneDraft) => void;
};

const WritingContext = createContext<Writing | null>(null);

export const WritingProvider = ({ writing, children }: { writing: Writing; children: ReactNode }) => (
  <WritingContext.Provider value={writing}>{children}</WritingContext.Provider>
);

export function useWriting(): Writing {
  const writing = useContext(WritingContext);
  if (!writing) throw new Error("nothing is being written here");
  return writing;
}

/** One field of the draft by its path: its value, how to change it, and what is wrong with it in words. */
export function useField<T>(path: string): { value: T; set: (value: T) => void; error: string | undefined } {
  const { draft, change, problems } = useWriting();
  const inWords = useProblemWords();
  const problem = problems[path];
  return {
    value: valueAt(draft, path) as T,
    set: (value) => change((before) => withValue(before, path, value)),
    error: problem && inWords(problem),
  };
}

export function useProblemWords(): (problem: FieldProblem) => string {
  const t = useWords();
  return ({ code, params }) => t(`zone.problem.${code}`, params ?? {});
}
