import { expect, test } from "vitest";
import { countryPack } from "~/countries";
import { LOCALES } from "~/i18n/locale";
import { merchantWords } from "~/i18n/merchant";
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
