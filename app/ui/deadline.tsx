import { useFormats, useWords } from "./words";

const WORDS = {
  day: { ahead: "admin.documents.dueIn", over: "admin.documents.overdue" },
  month: { ahead: "admin.documents.monthEnds", over: "admin.documents.monthEnded" },
} as const;

/** A credit note that bears no day yet has until the month's end; everything else has a day. */
export const deadlineOf = ({ kind, number }: { kind: string; number: string | null }): keyof typeof WORDS =>
  kind === "credit_note" && number === null ? "month" : "day";

/** The deadline of what is not with SRI yet, as a countdown; in red when it has passed. */
export function Deadline({ dueAt, now, of = "day" }: { dueAt: string; now: string; of?: keyof typeof WORDS }) {
  const t = useWords();
  const { left } = useFormats();
  const isOver = dueAt <= now;
  return (
    <span className={isOver ? "bim-overdue" : "bim-muted"}>{t(WORDS[of][isOver ? "over" : "ahead"], { when: left(dueAt, now) })}</span>
  );
}
