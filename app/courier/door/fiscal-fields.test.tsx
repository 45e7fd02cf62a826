import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LOCALES } from "~/i18n/locale";
import { courierWords } from "../words";
import { FiscalFields, fiscalDataIn } from "./fiscal-fields";

const typed = (fields: Record<string, string>) => fiscalDataIn((name) => fields[name] ?? "");
const ana = { fiscalIdType: "cedula", fiscalIdNumber: "171430710-3", fiscalName: "  Ana Ñuñez " };

test("what is typed is stored without what people put between digits, and without an empty e-mail", () => {
  const told = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };
  expect(typed(ana)).toEqual(told);
  expect(typed({ ...ana, fiscalEmail: "ana@nandu.ec" })).toEqual({ ...told, email: "ana@nandu.ec" });
  expect(typed({ ...ana, fiscalIdType: "passport", fiscalIdNumber: "ab-12 3" })?.idNumber).toBe("AB-123");
});

test("a final consumer by choice is told as one; who says no, and a form that asked nothing, tell nothing", () => {
  expect(typed({ fiscalIdType: "final_consumer" })).toMatchObject({ idType: "final_consumer", idNumber: "9999999999999" });
  expect([typed({ fiscalIdType: "not_given" }), typed({})]).toEqual([null, null]);
});

test.each(LOCALES)("a final consumer is offered only where the law lets one be, in %s", (locale) => {
  const values = (asks: "must" | "may") =>
    [...renderToStaticMarkup(<FiscalFields asks={asks} t={courierWords(locale)} />).matchAll(/value="(\w+)"/g)].map(([, value]) => value);
  expect(values("may")).toEqual(["cedula", "ruc", "passport", "foreign_id", "final_consumer"]);
  expect(values("must")).toEqual(["cedula", "ruc", "passport", "foreign_id", "not_given"]);
});
