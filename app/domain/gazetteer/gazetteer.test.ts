import fc from "fast-check";
import { called } from "./called";
import { expect, test } from "vitest";
import { foldName } from "./fold-name";
import { piecesOf } from "./pieces";
import { soundOf } from "./sound-of";
import { lettersIn, mayBeWithin, typoDistance } from "./typo-distance";
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

test.each([
  ["guallaquil", "guayaquil"],
  ["chuchufindi", "shushufindi"],
  ["guaquillas", "huaquillas"],
  ["cutuglahua", "cutuglagua"],
  ["bentanas", "ventanas"],
  ["san miguel bancos", "san miguel de los bancos"],
  ["el puyo", "puyo"],
])("%j sounds as %j", (written, name) => {
  expect(soundOf(written)).toBe(soundOf(name));
});

test("what sounds as one name and is a letter away from another may be either", () => {
  const known = vocabularyOf(["balsas", "balzar", "quito"]);
  expect(
    hear(known, "balzas")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["balsas", "balzar"]);
  expect(hear(known, "kito")).toEqual([{ name: "quito", slips: 1 }]);
});

test("names are known from the map of the country beside those of the shop", () => {
  const known = vocabularyOf(["la bota"], vocabularyOf(["quito"]));
  expect([hear(known, "quito"), hear(known, "qito"), hear(known, "la vota")].map(([one]) => one?.name)).toEqual([
    "quito",
    "quito",
    "la bota",
  ]);
});

test("names that a few slips part are never ruled out by their letters", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "ñ", " ", "z"), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
      if (typoDistance(a, b, most) <= most) expect(mayBeWithin(lettersIn(a), lettersIn(b), most)).toBe(true);
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
