import { useState } from "react";
import { foldName } from "~/domain/gazetteer/fold-name";
import { linesOf } from "~/domain/zone-draft/texts";
import { BlockStack, Button, InlineStack, Tag, TextField } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { suggestionsFor } from "./suggestions";
import type { Division } from "./use-divisions";
import { useField } from "./writing";

type Props = { path: string; label: string; help: string; divisions: Division[]; unknown: string[] };

/** A list of names: searched for in the country's divisions and added by a click, or added as written. */
export function NamesField({ path, label, help, divisions, unknown }: Props) {
  const t = useWords();
  const { value: names, set } = useField<string[]>(path);
  const [term, setTerm] = useState("");
  const found = suggestionsFor(divisions, term, t);
  const add = (more: string[]) => {
    const known = new Set(names.map(foldedWhole));
    set([...names, ...more.filter((name) => !known.has(foldedWhole(name)))]);
    setTerm("");
  };
  return (
    <BlockStack gap="200">
      <div onKeyDown={(event) => event.key === "Enter" && term.trim() !== "" && (event.preventDefault(), add(linesOf(term)))}>
        <TextField
          label={label}
          helpText={help}
          value={term}
          onChange={setTerm}
          autoComplete="off"
          placeholder={t("zone.names.placeholder")}
          connectedRight={
            <Button disabled={term.trim() === ""} onClick={() => add(linesOf(term))}>
              {t("zone.names.addAsWritten")}
            </Button>
          }
        />
      </div>
      {found.length > 0 && (
        <ul className="bim-suggestions" aria-label={t("zone.names.found")}>
          {found.map(({ name, says }) => (
            <li key={`${name} ${says}`}>
              <button type="button" onClick={() => add([name])}>
                <strong>{name}</strong> <span className="bim-muted">{says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {names.length > 0 && (
        <InlineStack gap="150">
          {names.map((name) => (
            <Tag key={name} onRemove={() => set(names.filter((one) => one !== name))}>
              {name}
            </Tag>
          ))}
        </InlineStack>
      )}
      {names.filter((name) => unknown.includes(name)).length > 0 && (
        <p className="bim-muted">
          {t("zone.names.unknown", {
            count: names.filter((name) => unknown.includes(name)).length,
            names: names.filter((name) => unknown.includes(name)).join(", "),
          })}
        </p>
      )}
    </BlockStack>
  );
}

/** "Cantón Quito" and "Quito" are two. */
const foldedWhole = (name: string): string => `${name.trim().split(" ")[0]!.toLowerCase()} ${foldName(name)}`;
