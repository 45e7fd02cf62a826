import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Somebody who has just bought something looks for the order here; the lists cost a few milliseconds. */
const EVERY_MS = 4_000;

/** Reads the page's data again when the merchant comes back to it, and now and then while it is looked at. */
export function useFreshData(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    };
    const timer = setInterval(refresh, EVERY_MS);
    window.addEventListener("focus", refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", refresh);
    };
  }, [revalidate, state]);
}
