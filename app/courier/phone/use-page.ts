import { useCallback, useSyncExternalStore } from "react";
import { addressAt, pathOf, type Page } from "./addresses";

const MOVED = "courier:moved";

function subscribe(listener: () => void): () => void {
  addEventListener("popstate", listener);
  addEventListener(MOVED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(MOVED, listener);
  };
}

/** Which page is shown, by the address; going to another needs no network. */
export function usePage(shopKey: string): [Page, (to: Page) => void] {
  const path = useSyncExternalStore(subscribe, () => location.pathname);
  const go = useCallback(
    (to: Page) => {
      history.pushState(null, "", pathOf(shopKey, to));
      dispatchEvent(new Event(MOVED));
      scrollTo(0, 0);
    },
    [shopKey],
  );
  return [addressAt(path) ?? { page: "list" }, go];
}
