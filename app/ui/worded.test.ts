import { expect, test } from "vitest";
import { countryPack } from "~/countries";
import { LOCALES } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
import { formatsFor } from "./format";
import { attentionIn } from "./worded";

const CODES = LOCALES.flatMap((locale) => countryPack("EC").authorityCodes.map((code) => ({ locale, code })));

test.each(CODES)("$locale: of SRI's code $code the merchant reads SRI's words, what it means and what to do next", ({ locale, code }) => {
  const { t } = merchantWords(locale);
  const said = attentionIn(t)({ code: "rejected", params: { country: "EC", code, text: "PALABRAS DEL SRI" } });
  expect(said.title).toContain(`${code} PALABRAS DEL SRI`);
  expect(said.next).not.toBe(t("attention.rejected.next"));
  expect(said.next.split(/[.;:] /).length).toBeGreaterThan(1);
});

test("a code that nobody knows says what SRI said, and to correct that", () => {
  const { t } = merchantWords("es");
  const said = attentionIn(t)({ code: "rejected", params: { country: "EC", code: "31415", text: "ALGO NUEVO" } });
  expect(said).toEqual({ title: "El SRI rechazó la factura: 31415 ALGO NUEVO", next: t("attention.rejected.next") });
});

test.each([
  ["es", "invoice", "El SRI rechazó la factura: 35 MAL"],
  ["es", "credit_note", "El SRI rechazó la nota de crédito: 35 MAL"],
  ["es", "dispatch_guide", "El SRI rechazó la guía de remisión: 35 MAL"],
  ["en", "dispatch_guide", "SRI rejected the dispatch guide: 35 MAL"],
] as const)("%s: trouble with a document of kind %s speaks of it by its name", (locale, kind, title) => {
  const said = attentionIn(merchantWords(locale).t)({ code: "rejected", params: { code: "35", text: "MAL" } }, kind);
  expect(said.title).toBe(title);
});

test("an instant is said in the shop's zone, a day as it is written", () => {
  const { t } = merchantWords("es");
  const said = attentionIn(t, { instant: formatsFor("es", "Pacific/Galapagos").dateTime });
  expect(said({ code: "authorisation_expiring", params: { date: "2026-11-26T02:30:00.000Z" } }).title).toMatch(/25 nov.*20:30/);
  expect(said({ code: "certificate_expired", params: { date: "2026-11-26" } }).title).toContain("2026-11-26");
});

test.each([
  ["es", "Se cobró 3,50 por el envío; la zona dice 4,25"],
  ["en", "3.50 was charged for shipping; the zone says 4.25"],
] as const)("amounts bear the language's own decimal mark, %s", (locale, title) => {
  const { decimal } = formatsFor(locale, "America/Guayaquil");
  const said = attentionIn(merchantWords(locale).t, { decimal });
  expect(said({ code: "price_differs", params: { charged: 3.5, zone: 4.25 } }).title).toBe(title);
  expect(said({ code: "price_differs", params: { charged: "3.50", zone: "4.25" } }).title).toBe(title);
});
