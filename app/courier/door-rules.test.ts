import { expect, test } from "vitest";
import { DEFAULT_REASONS } from "~/domain/proof/failure-reasons";
import { DEFAULT_PROOF } from "~/domain/proof/rules";
import { doorOf, doorRulesOf } from "./door-rules";

const own = { code: "own_dog", label: "Perro suelto", photo: "must", next: "again", isOn: true } as const;

test("a reason is said in the merchant's words, else in the courier's language; one that is off is not there", () => {
  const failureReasons = [own, { ...DEFAULT_REASONS[0], isOn: false }, { ...DEFAULT_REASONS[1], label: "Mal geocodificado" }];
  const { reasons } = doorRulesOf({ failureReasons }, "en");
  expect(reasons.slice(0, 3).map(({ text }) => text)).toEqual(["Perro suelto", "Mal geocodificado", "I was not let in"]);
  expect(reasons.map(({ code }) => code)).not.toContain("nobody_home");
  expect(reasons[0]).toEqual({ code: "own_dog", text: "Perro suelto", photo: "must", next: "again" });
});

test("a day that was kept before there were rules goes by the defaults", () => {
  const door = doorOf({ locale: "es" });
  expect(door.proof).toEqual(DEFAULT_PROOF);
  expect(door.reasons.find(({ code }) => code === "nobody_home")?.text).toBe("No había nadie");
});
