import { expect, test } from "vitest";
import { DEFAULT_REASONS, isReasonCode, reasonsOf, reasonsProblem, type FailureReason } from "./failure-reasons";

const own = (code: string, label: string | null): FailureReason => ({ code, label, photo: "none", next: "ask", isOn: true });

test("a shop that never chose has the defaults, and a kept list gets those that came since", () => {
  expect(reasonsOf(null)).toEqual(DEFAULT_REASONS);
  const kept = [own("own_1", "Perro suelto"), { ...DEFAULT_REASONS[0], isOn: false }];
  const reasons = reasonsOf(kept);
  expect(reasons.slice(0, 2)).toEqual(kept);
  expect(reasons).toHaveLength(DEFAULT_REASONS.length + 1);
});

test.each<[string, FailureReason[], unknown]>([
  ["own words missing", [own("own_1", null)], { code: "reason_label_missing", at: 0 }],
  ["blank words", [own("other", " ")], { code: "reason_label_missing", at: 0 }],
  ["a whole letter", [own("own_1", "x".repeat(61))], { code: "reason_label_long", at: 0 }],
  ["the same words twice", [own("own_1", "Perro"), own("own_2", " perro ")], { code: "reason_label_twice", at: 1 }],
  ["all switched off", [{ ...own("other", null), isOn: false }], { code: "reasons_none_on", at: 0 }],
  ["no end of them", Array.from({ length: 31 }, (_, at) => own(`own_${at}`, `r ${at}`)), { code: "reasons_too_many", at: 30 }],
  ["the defaults", [...DEFAULT_REASONS], null],
])("%s", (_what, reasons, problem) => {
  expect(reasonsProblem(reasons)).toEqual(problem);
});

test.each([
  ["nobody_home", true],
  ["own_a1", true],
  ["own_", false],
  ["__proto__", false],
  ["own_A;DROP", false],
])("%s is a reason's code: %s", (code, is) => expect(isReasonCode(code)).toBe(is));
