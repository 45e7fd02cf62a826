import { expect, test } from "vitest";
import { isFound } from "./find-line";

test("a line is found by parts of its name, in any order, with or without its accents", () => {
  const line = { title: "Café de Loja 250 g, molido" };
  for (const sought of ["", "cafe", "LOJA café", "250 mol", " "])
    expect({ sought, found: isFound(line, sought) }).toMatchObject({ found: true });
  for (const sought of ["té", "cafe 500"]) expect({ sought, found: isFound(line, sought) }).toMatchObject({ found: false });
});
