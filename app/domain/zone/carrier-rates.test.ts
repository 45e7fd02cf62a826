import { expect, test } from "vitest";
import { writeRates } from "./carrier-rates";

test("a promised day is that day wherever the buyer reads it in Latin America", () => {
  const rate = { name: "Entrega", code: "zone-z", description: "Norte", totalMinor: 350, currency: "USD" };
  const [promised, undated] = writeRates([
    { ...rate, day: "2026-11-26" },
    { ...rate, day: null },
  ]).rates;
  for (const timeZone of ["America/Guayaquil", "America/Costa_Rica", "America/Sao_Paulo", "Pacific/Galapagos"])
    expect(new Date(promised!.min_delivery_date!).toLocaleDateString("en-CA", { timeZone })).toBe("2026-11-26");
  expect(promised!.max_delivery_date).toBe(promised!.min_delivery_date);
  expect(undated).not.toHaveProperty("min_delivery_date");
});
