import fc from "fast-check";
import { called } from "./called";
import { expect, test } from "vitest";
import { foldName } from "./fold-name";
import { piecesOf } from "./pieces";
import { typoDistance } from "./typo-distance";
import { hear, vocabularyOf } from "./vocabulary";

test.each([
  ["Sta. Rosa", "santa rosa"],
  ["Cantón Sto. Domingo", "santo domingo"],
  ["CDLA. KENNEDY", "kennedy"],
  ["Provincia de Pichincha", "pichincha"],
  ["Tungurahua Province", "tungurahua"],
  ["Quito D.M.", "quito"],
  ["Distrito Metropolitano de Quito", "quito"],
  ["Parroquia", "parroquia"],
  ["Bahía de Caráquez", "bahia de caraquez"],
])("%j is read as %j", (written, read) => {
  expect(foldName(written)).toBe(read);
});

test("one field may hold several names", () => {
  const names = (field: string | null) => piecesOf(field).parts.map(({ text }) => text);
  expect(names("Quito, Pichincha")).toEqual(["quito", "pichincha"]);
  expect(names("Cumbayá - Quito (Norte)")).toEqual(["cumbaya", "quito", "norte"]);
  expect(names("Av. Quito, Guayaquil")).toEqual(["guayaquil"]);
  expect(names(null)).toEqual([]);
});

test.each([
  ["quito", "quito", 0],
  ["qutio", "quito", 1],
  ["guayaqil", "guayaquil", 1],
  ["samborodon", "samborondon", 1],
  ["abc", "xyz", 3],
])("%j is %j missed by %i", (a, b, slips) => {
  expect(typoDistance(a, b, 2)).toBe(slips);
});

test("the distance is the same both ways, nothing for the same text, and never more than one above what was asked", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(typoDistance(a, b, most)).toBe(typoDistance(b, a, most));
      expect(typoDistance(a, a, most)).toBe(0);
      expect(typoDistance(a, b, most)).toBeLessThanOrEqual(most + 1);
    }),
  );
});

test("a slip is forgiven in a longer name, two that are equally near are both said, a short name is taken as it is", () => {
  const known = vocabularyOf(["guayaquil", "manta", "santa", "loja", "quito"]);
  expect(hear(known, "guayakil")).toEqual([{ name: "guayaquil", slips: 1 }]);
  expect(hear(known, "lanta").map(({ name }) => name)).toEqual(["manta", "santa"]);
  expect(hear(known, "loxa")).toEqual([]);
  expect(hear(known, "manta")).toEqual([{ name: "manta", slips: 0 }]);
});

test.each([
  ["Cantón Tulcán", "Tulcán"],
  ["Canton El Guabo", "El Guabo"],
  ["Tungurahua Province", "Tungurahua"],
  ["Cantón", "Cantón"],
  ["Quito", "Quito"],
])("%s is called %s", (name, plain) => expect(called(name)).toBe(plain));
