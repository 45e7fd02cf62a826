import type { Refusable } from "../refusable";
import type { Say } from "../words";

type Line = Refusable["lines"][number];
/** As many lines as one sees at a glance; among more one looks for the name. */
export const MANY_LINES = 8;

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a line is meant by what was typed, whatever accents it was typed with. */
export const isFound = ({ title }: Pick<Line, "title">, sought: string): boolean =>
  plain(sought)
    .split(/\s+/)
    .every((word) => plain(title).includes(word));

type Props = { lines: readonly Line[]; sought: string; onSought: (typed: string) => void; t: Say };

/** Looks for a line among many. It has no name: nothing of it goes with the form. */
export function FindLine({ lines, sought, onSought, t }: Props) {
  const found = lines.filter((line) => isFound(line, sought)).length;
  return (
    <div className="field">
      <label htmlFor="findLine">{t("refuse.find")}</label>
      <input
        id="findLine"
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        value={sought}
        onChange={({ currentTarget }) => onSought(currentTarget.value)}
        // Its key means "look", not "confirm the delivery".
        onKeyDown={(key) => key.key === "Enter" && key.preventDefault()}
      />
      <p className="hint" role="status">
        {t("refuse.found", { count: found, of: lines.length })}
      </p>
    </div>
  );
}
