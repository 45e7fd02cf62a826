import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { Locale } from "~/i18n/locale";
import { SCENES } from "./scenes";

declare global {
  /** Shows a scene with all that is folded away; each begins anew, with what its fields held forgotten. */
  var show: (scene: string, locale: Locale) => Promise<void>;
}

// Not every phone lets us have its camera: what is said then is seen.
navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotAllowedError"));

globalThis.show = async (scene, locale) => {
  document.documentElement.lang = locale;
  const place = document.createElement("div");
  document.body.replaceChildren(place);
  const root = createRoot(place);
  flushSync(() => root.render(SCENES[scene]!(locale)));
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  document.querySelectorAll<HTMLElement>("button[aria-expanded=false]").forEach((one) => one.click());
  await new Promise(requestAnimationFrame);
};
