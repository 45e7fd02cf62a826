import { expect, test } from "vitest";
import type { DocumentType } from "./document";
import { seriesAt } from "./default-series";

const environment = "test" as const;
const aSeries = (documentType: DocumentType, place: string, isDefault = false) => {
  const [establishment = "", emissionPoint = ""] = place.split("-");
  return { documentType, establishment, emissionPoint, environment, isDefault };
};
const numbersAt = (documentType: DocumentType, place: string, all: ReturnType<typeof aSeries>[]) => {
  const { establishment, emissionPoint } = aSeries(documentType, place);
  const found = seriesAt(all, { documentType, environment, place: { establishment, emissionPoint } });
  return found && `${found.establishment}-${found.emissionPoint}`;
};

const all = [
  aSeries("invoice", "001-001", true),
  aSeries("invoice", "001-002"),
  aSeries("invoice", "002-001"),
  aSeries("credit_note", "001-005", true),
  aSeries("credit_note", "001-002"),
  aSeries("dispatch_guide", "002-001", true),
];

test.each<[DocumentType, string, string | null, string]>([
  ["invoice", "001-002", "001-002", "bears just its place, not the default of its establishment"],
  ["invoice", "003-001", null, "is not numbered elsewhere"],
  ["credit_note", "001-002", "001-005", "goes by the merchant's own point of the same establishment"],
  ["credit_note", "002-001", null, "never leaves its establishment for the default"],
  ["dispatch_guide", "002-001", "002-001", "is the default, where that is the place itself"],
  ["dispatch_guide", "001-001", null, "is opened where the establishment has none"],
])("a document %s of %s is numbered at %s: it %s", (documentType, place, expected) => {
  expect(numbersAt(documentType, place, all)).toBe(expected);
});

test("another environment's series is none", () => {
  const place = { establishment: "001", emissionPoint: "001" };
  expect(seriesAt(all, { documentType: "invoice", environment: "production", place })).toBeNull();
});
