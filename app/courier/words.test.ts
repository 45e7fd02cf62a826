import { expect, test } from "vitest";
import { UNSCANNED_REASONS } from "~/domain/delivery/parcels";
import { DELIVERY_STATES } from "~/domain/delivery/states";
import { DOOR_PAYMENTS } from "~/domain/delivery/stop";
import { OUTCOME_CODES } from "~/domain/phone-event/event";
import { FAILURE_NEXT, REASON_CODES } from "~/domain/proof/failure-reasons";
import { FAR_REASONS, NO_PIN_REASONS, RELATIONS, UNSIGNED_REASONS } from "~/domain/proof/told";
import en from "~/i18n/en/courier.json";
import es from "~/i18n/es/courier.json";
import { PermanentFailure } from "~/ports/failures";
import { WARNINGS } from "./phone-port";
import { problemFrom, readProblem, statusOf, wordingOf, writeProblem } from "./problem";
import { courierWords, isCourierKey } from "./words";

const leaves = (words: object, at = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value ? leaves(value, `${at}${key}.`) : [[`${at}${key}`, String(value)] as [string, string]],
  );
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test("both languages say the same things with the same holes", () => {
  const [spanish, english] = [leaves(es), new Map(leaves(en))];
  expect([...english.keys()].sort()).toEqual(spanish.map(([key]) => key).sort());
  for (const [key, text] of spanish) expect({ key, holes: holes(english.get(key)!) }).toEqual({ key, holes: holes(text) });
});

test("every state, every reason and every payment has words", () => {
  const payments = DOOR_PAYMENTS.map((payment) => (payment === "collect" ? payment : `payment.${payment}`));
  for (const key of [...payments, ...DELIVERY_STATES.map((s) => `state.${s}`), ...REASON_CODES.map((r) => `reason.${r}`)])
    expect({ key, known: isCourierKey(key) }).toEqual({ key, known: true });
});

test("everything that the proof of delivery asks for has words", () => {
  const asked = {
    relation: RELATIONS,
    unsigned: UNSIGNED_REASONS,
    far: FAR_REASONS,
    noPin: NO_PIN_REASONS,
    unscanned: UNSCANNED_REASONS,
    next: FAILURE_NEXT,
  };
  for (const [of, codes] of Object.entries(asked))
    for (const code of codes) expect({ key: `${of}.${code}`, known: isCourierKey(`${of}.${code}`) }).toMatchObject({ known: true });
});

test("whatever the phone lacks is said plainly, and how to help it", () => {
  for (const warning of WARNINGS) expect({ warning, known: isCourierKey(`warning.${warning}`) }).toEqual({ warning, known: true });
});

test("holes are filled", () => {
  expect(courierWords("en")("confirmed", { order: "#1001" })).toBe("Delivery #1001 confirmed");
});

test.each([
  [{ code: "photo_unreadable", why: "heic" }, "problem.photo_unreadable_heic", 422],
  [{ code: "photo_unreadable", why: "format" }, "problem.photo_unreadable", 422],
  [{ code: "photo_too_large", why: "pixels" }, "problem.photo_too_large", 413],
  [{ code: "already_delivered" }, "problem.already_delivered", 409],
  [{ code: "delivery_not_yours" }, "problem.delivery_not_yours", 409],
  [{ code: "link_ended" }, "problem.link_ended", 404],
  [{ code: "session_missing" }, "problem.session_missing", 404],
  [{ code: "too_many" }, "problem.too_many", 429],
  [{ code: "something_new" }, "problem.unknown", 500],
])("%j is worded %s with status %i", (problem, key, status) => {
  expect([wordingOf(problem), statusOf(problem)]).toEqual([key, status]);
});

test("a refusal travels in a header; a bug isn't taken for one", () => {
  const problem = problemFrom(new PermanentFailure("photo_unreadable", { why: "heic" }));
  expect(readProblem(writeProblem(problem))).toEqual({ code: "photo_unreadable", why: "heic" });
  expect(readProblem(null)).toBeNull();
  expect(() => problemFrom(new TypeError("bug"))).toThrow("bug");
});

test("whatever became of an event, and whatever others reported, has words", () => {
  for (const key of [...OUTCOME_CODES.map((code) => `outcome.${code}`), "others.taken_over", "others.kept_delivered_before"])
    expect({ key, known: isCourierKey(key) }).toEqual({ key, known: true });
});
