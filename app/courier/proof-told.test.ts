import { expect, test } from "vitest";
import { proofOfFields, provenIn } from "./proof-told";

test("what can't be read of a proof is left out, never refused", () => {
  expect(provenIn.parse(undefined)).toBeUndefined();
  expect(provenIn.parse("nonsense")).toBeNull();
  const told = provenIn.parse({ relation: "spy", recipientId: "171 003-4065", pin: 1234, far: "map_wrong", more: 1 });
  expect(JSON.parse(JSON.stringify(told))).toEqual({ recipientId: "171003-4065", far: "map_wrong" });
});

test("a form tells the same by its fields; one that says nothing tells none", () => {
  const fields: Record<string, string> = { relation: "family", pin: " 0042 ", unsigned: "" };
  expect(proofOfFields((name) => fields[name] ?? "")).toMatchObject({ relation: "family", pin: "0042" });
  expect(proofOfFields(() => "")).toBeNull();
});
