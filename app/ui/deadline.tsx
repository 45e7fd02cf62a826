import { useFormats, useWords } from "./words";

/** The legal deadline of what is not with SRI yet, as a countdown; in red when it has passed. */
export function Deadline({ dueAt, now }: { dueAt: string; now: string }) {
  const t = useWords();
  const { left } = useFormats();
  const isOver = dueAt <= now;
  return (
    <span className={isOver ? "bim-overdue" : "bim-muted"}>
      {t(isOver ? "admin.documents.overdue" : "admin.documents.dueIn", { when: left(dueAt, now) })}
    </span>
  );
}
