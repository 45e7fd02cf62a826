import type { Page } from "playwright-core";

/** A thumb, with gloves or in the rain. */
const LEAST_TARGET = 48;
const TARGETS =
  "a[href], button, summary, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden], [type=file]), label:has(input)";

/** What a person could not see or hit, by name: wider than the screen, cut off, an amount in two, one over the other, too small for a thumb; and ids that are there twice. */
export const whatLooksWrong = (page: Page): Promise<string[]> =>
  page.evaluate(
    ({ targets, least }) => {
      const root = document.documentElement;
      const isShown = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      const isForReaders = (one: Element) => one.closest(".for-readers") !== null;
      const nameOf = (one: Element) =>
        `${one.tagName.toLowerCase()}.${one.getAttribute("class")} "${one.textContent?.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
      // A map is larger than its window.
      const isOfMap = (one: Element) => one.closest(".leaflet-container") !== null;
      const all = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
        (one) => isShown(one) && !isForReaders(one) && !isOfMap(one),
      );
      const wrong: string[] = [];
      const scrolls = root.scrollWidth > root.clientWidth;
      if (scrolls) wrong.push(`scrolls sideways: ${root.scrollWidth} px of ${root.clientWidth}`);
      for (const one of all) {
        const { left, right } = one.getBoundingClientRect();
        if (left < -1 || right > root.clientWidth + 1) wrong.push(`sticks out: ${nameOf(one)}`);
        const isField = one.matches("input, select, textarea, svg *");
        if (!isField && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1) wrong.push(`does not hold its words: ${nameOf(one)}`);
        const isClipping = getComputedStyle(one).overflowY !== "visible" && !isField;
        if (isClipping && one.scrollHeight > one.clientHeight + 1) wrong.push(`cuts off: ${nameOf(one)}`);
      }
      for (const one of all.filter((target) => target.matches(targets))) {
        const { width, height } = one.getBoundingClientRect();
        if (width < least - 0.5 || height < least - 0.5) wrong.push(`${Math.round(width)} × ${Math.round(height)}: ${nameOf(one)}`);
      }
      const ids = all.map(({ id }) => id).filter(Boolean);
      ids.filter((id, at) => ids.indexOf(id) < at).forEach((id) => wrong.push(`two of one id: ${id}`));
      // With letters twice as large a million may be longer than a line.
      const isEnlarged = parseFloat(getComputedStyle(root).fontSize) > 16;
      const textsOf = (one: Element) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
      for (const one of all)
        for (const text of textsOf(one))
          for (const { 0: amount, index } of text.textContent!.matchAll(/[$]-?\d[\d.,]*/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + amount.length);
            if (!isEnlarged && range.getClientRects().length > 1) wrong.push(`breaks an amount: ${nameOf(one)}`);
          }
      const words = all.flatMap((one) =>
        textsOf(one)
          .filter((node) => node.textContent!.trim() !== "")
          .flatMap((node) => {
            const range = document.createRange();
            range.selectNodeContents(node);
            return [...range.getClientRects()].map((rect) => ({ one, rect }));
          }),
      );
      words.sort((a, b) => a.rect.top - b.rect.top);
      words.forEach(({ one, rect }, at) => {
        for (const other of words.slice(at + 1)) {
          // Lines stand a little into each other; what is lower than this one ends no more above it.
          if (other.rect.top > rect.bottom - 6) break;
          const isBeside = other.rect.left > rect.right - 1 || other.rect.right < rect.left + 1;
          if (!isBeside && other.one !== one) wrong.push(`one over the other: ${nameOf(one)} and ${nameOf(other.one)}`);
        }
      });
      return wrong;
    },
    { targets: TARGETS, least: LEAST_TARGET },
  );
