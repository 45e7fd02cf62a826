import { expect, test } from "vitest";
import { nameIn } from "./distinguished-name";

test.each([
  ["CN=MARIA NUÑEZ,2.5.4.5=#130d,O=AUTORIDAD S.A.\\, QUITO,C=EC", "MARIA NUÑEZ"],
  ["C=EC\nO=Banco Central\nCN=Núñez\\, María", "Núñez, María"],
  ["O=Autoridad S.A.\\, Quito,C=EC", "Autoridad S.A., Quito"],
  ["serialNumber=1", "serialNumber=1"],
])("%s is %s to a person", (given, name) => {
  expect(nameIn(given)).toBe(name);
});
