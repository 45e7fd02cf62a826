import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { isError } from "../../../app/domain/tax-id/describe";
import { storedJson, writeToCart } from "./cart";
import { checkDraftNumber, draftFromStored, emptyDraft, hasCompleteNumber, storedFormOf, type Draft } from "./draft";
import { host, useLive } from "./host";
import { useKnownName } from "./known-name";
import { latestWrite, type WriteState } from "./latest-write";

export type FiscalForm = {
  draft: Draft;
  knownName: string;
  state: WriteState;
  /** A value while it is being typed: checked at once, stored when the buyer is done with the field or the number is complete and right. */
  type(change: Partial<Draft>): void;
  /** A value the buyer is done with. */
  commit(change: Partial<Draft>): void;
  retry(): void;
};

type Edit = { draft: Draft; typing: boolean };

export function useFiscalForm(): FiscalForm {
  const stored = storedJson(useLive(host().appMetafields), useLive(host().attributes));
  const settings = useLive(host().settings);
  const [edit, setEdit] = useState<Edit | null>(null);
  const restored = draftFromStored(stored);
  const shown = restored ?? emptyDraft(settings?.default_id_type);
  const draft = edit?.draft ?? shown;
  const knownName = useKnownName(draft.idType);
  const writing = useCartWriting(stored, edit !== null, edit?.typing ? undefined : storedFormOf(draft, knownName));

  // The browser's autofill changes several fields at once: each change builds on the last, not on what was rendered.
  const change = (fields: Partial<Draft>, isTyping: (draft: Draft) => boolean) =>
    setEdit((last) => {
      const next = { ...(last?.draft ?? shown), ...fields };
      return { draft: next, typing: isTyping(next) };
    });
  return {
    draft,
    knownName,
    state: writing.state ?? (restored ? "saved" : "idle"),
    type: (fields) => change(fields, (next) => !("idNumber" in fields && hasCompleteNumber(next) && !isError(checkDraftNumber(next)))),
    commit: (fields) => change(fields, () => false),
    retry: writing.retry,
  };
}

/** Keeps the cart at `wish` (undefined: the buyer is still typing) once the buyer has acted: what is merely shown is not yet their word. */
function useCartWriting(stored: string | null, acted: boolean, wish: string | null | undefined) {
  const [state, setState] = useState<WriteState | null>(null);
  const cart = useMemo(() => latestWrite(writeToCart, stored, setState), [acted]);
  useLayoutEffect(() => {
    if (acted && wish !== undefined) cart.want(wish);
  }, [cart, acted, wish]);
  return { state, retry: cart.retry };
}
