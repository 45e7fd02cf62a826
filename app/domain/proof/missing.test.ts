import { expect, test } from "vitest";
import { missingProof, type Demanded, type Proven } from "./missing";
import { DEFAULT_PROOF, type ProofRules } from "./rules";

const ALL: ProofRules = { ...DEFAULT_PROOF, relation: "must", recipientId: "must", signature: "must", pin: "must" };
const signed: Proven["photos"] = [{}, { role: "signature" }];

test.each<[string, ProofRules, Proven, Demanded[]]>([
  ["a shop that demands nothing", DEFAULT_PROOF, { photos: [] }, []],
  ["nothing told", ALL, { photos: [{}] }, ["relation", "recipientId", "signature", "pin"]],
  ["all of it", ALL, { proof: { relation: "buyer", recipientId: "1710034065", pin: "1234" }, photos: signed }, []],
  [
    "why not, where that is an answer",
    ALL,
    { proof: { unsigned: "would_not", noPin: "did_not_get" }, photos: [] },
    ["relation", "recipientId"],
  ],
  ["what may be given", { ...ALL, relation: "may", recipientId: "off", pin: "may" }, { photos: signed }, []],
  [
    "an empty field is no answer",
    { ...DEFAULT_PROOF, recipientId: "must", pin: "must" },
    { proof: { recipientId: "", pin: "" }, photos: [] },
    ["recipientId", "pin"],
  ],
])("%s", (_what, rules, proven, missing) => {
  expect(missingProof(rules, proven)).toEqual(missing);
});
