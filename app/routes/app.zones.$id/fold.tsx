import { useState, type ReactNode } from "react";
import { Badge } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { useWriting } from "./writing";

type Props = { title: string; says: string; paths?: string[]; isOpen?: boolean; children: ReactNode };

/** A part of the zone that says in one line what is set, and opens to change it. With a wrong field under one of its paths it is open. */
export function Fold({ title, says, paths = [], isOpen = false, children }: Props) {
  const t = useWords();
  const { problems } = useWriting();
  const [opened, setOpened] = useState(isOpen);
  const isWrong = Object.keys(problems).some((path) => paths.some((start) => path === start || path.startsWith(`${start}.`)));
  return (
    <details className="bim-fold" open={opened || isWrong} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>
        <span className="bim-fold-title">{title}</span>
        <span className="bim-fold-says">{says}</span>
        {isWrong && <Badge tone="critical">{t("zone.wrong")}</Badge>}
      </summary>
      <div className="bim-fold-body">{children}</div>
    </details>
  );
}
