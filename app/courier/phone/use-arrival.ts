import { useEffect, useRef } from "react";
import type { Locale } from "~/i18n/locale";

type Here = { moves: number; title: string; locale: Locale };

/**
 * What a browser does by itself with a page of the server's: its name and language, and who reads by ear or goes by keyboard begins at its top. That is
 * marked `data-top`: the news that they came with, or its heading.
 */
export function useArrival({ moves, title, locale }: Here): void {
  const seen = useRef(moves);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = locale;
  }, [title, locale]);
  useEffect(() => {
    if (seen.current === moves) return;
    seen.current = moves;
    document.querySelector<HTMLElement>("main [data-top]")?.focus({ preventScroll: true });
  }, [moves]);
}
