import { useCallback, useSyncExternalStore } from "react";
import { addressAt, pathOf, type Page } from "./addresses";

const MOVED = "courier:moved";

addEventListener("popstate", () => moves++);

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(MOVED, listener);
  };
}

const hrefNow = () => location.pathname + location.search;
/** How often the page was changed, also to itself. */
let moves = 0;
const movesNow = () => moves;

/** `reported`: the delivery that was just told of. */
export type Shown = Page & { reported: string | null };

/** Which page is shown, by the address; going to another needs no network. */
export function usePage(shopKey: string): { address: Shown; moves: number; go: (path: string) => void } {
  // What is hydrated is the page at this very address.
  const href = useSyncExternalStore(subscribe, hrefNow, hrefNow);
  const { pathname, searchParams } = new URL(href, location.origin);
  const go = useCallback(
    (path: string) => {
      history.pushState(null, "", addressAt(new URL(path, location.origin).pathname) ? path : pathOf(shopKey, { page: "list" }));
      moves++;
      dispatchEvent(new Event(MOVED));
      scrollTo(0, 0);
    },
    [shopKey],
  );
  return {
    address: { ...(addressAt(pathname) ?? { page: "list" }), reported: searchParams.get("reported") },
    moves: useSyncExternalStore(subscribe, movesNow, movesNow),
    go,
  };
}
