import { useEffect, useRef } from "react";

/**
 * The keyboard goes on from where it was. What is pressed loses the focus when it is switched off while the work is done, or gives way to something else:
 * then `wanted` of the place has it. `isBusy`: the work is going on. `leave`: called with what is pressed.
 */
export function useFocusBack<Place extends HTMLElement>(isBusy: boolean, wanted = "button:enabled") {
  const place = useRef<Place>(null);
  const pressed = useRef<string | null>(null);
  useEffect(() => {
    if (pressed.current === null || isBusy || document.activeElement !== document.body) return;
    const all = [...(place.current?.querySelectorAll<HTMLElement>(wanted) ?? [])];
    const same = all.find((one) => one.getAttribute("value") === pressed.current);
    (same ?? all[0])?.focus({ preventScroll: true });
  });
  return {
    place,
    leave: (from: Element | null) => void (pressed.current = from?.getAttribute("value") ?? ""),
    // Whoever goes elsewhere by themselves is left alone.
    onBlur: () => void (isBusy || (pressed.current = null)),
  };
}
