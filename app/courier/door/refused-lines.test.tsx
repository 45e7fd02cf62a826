import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { courierWords } from "../words";
import type { StopView } from "../protocol";
import { RefusedLines } from "./refused-lines";

test("a form without a script names every line of a long order, and offers no search that it could not make", () => {
  const lines = Array.from({ length: 60 }, (_, at) => ({
    lineId: `line-${at}`,
    title: `Café ${at}`,
    quantity: 2,
    grossMinor: 100,
    price: "$1.00",
  }));
  const page = renderToStaticMarkup(
    <RefusedLines stop={{ refusable: { lines } } as StopView} onRefused={() => undefined} t={courierWords("es")} />,
  );
  const values = [...page.matchAll(/value="2 (line-\d+)"/g)].map(([, lineId]) => lineId);
  expect(values).toEqual(lines.map(({ lineId }) => lineId));
  expect(page).not.toContain('type="search"');
});
