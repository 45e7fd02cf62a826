import { expect, test } from "vitest";
import { confirmationIn, failureIn } from "./report";

const id = "018f0000-0000-7000-8000-000000000001";
const photo = new Uint8Array([1]);
const form = (fields: Record<string, string>, photos = [photo]) => ({ field: (name: string) => fields[name] ?? "", photos });
const good = { reportId: id, receivedBy: "Ana", happenedAt: "2026-11-23T10:00:00.000Z" };
const codeOf = (parsed: { ok: boolean; problem?: { code: string } }) => (parsed.ok ? "ok" : parsed.problem?.code);

test("a confirmation needs its id, a photo and a name", () => {
  expect(codeOf(confirmationIn(form(good)))).toBe("ok");
  expect(codeOf(confirmationIn(form({ ...good, reportId: "1" })))).toBe("form_unreadable");
  expect(codeOf(confirmationIn(form(good, [])))).toBe("photo_missing");
  expect(codeOf(confirmationIn(form({ ...good, receivedBy: "" })))).toBe("received_by_missing");
});

test.each([
  [
    { latitude: "-0.18", longitude: "-78.48", accuracy: "12.5" },
    { latitude: -0.18, longitude: -78.48, accuracyMetres: 12.5 },
  ],
  [
    { latitude: "-0.18", longitude: "-78.48" },
    { latitude: -0.18, longitude: -78.48, accuracyMetres: null },
  ],
  [
    { latitude: "-0.18", longitude: "-78.48", accuracy: "far" },
    { latitude: -0.18, longitude: -78.48, accuracyMetres: null },
  ],
  [{ latitude: "91", longitude: "0" }, null],
  [{ latitude: "here", longitude: "there" }, null],
  [{ latitude: "1" }, null],
  [{}, null],
])("position %j", (fields, position) => {
  const parsed = confirmationIn(form({ ...good, ...fields }));
  expect(parsed.ok && parsed.value.position).toEqual(position);
});

test.each([
  ["2026-11-23T10:00:00.000Z", new Date("2026-11-23T10:00:00Z")],
  ["soon", null],
  ["", null],
  ["9999-12-31T23:59:59.000Z", new Date("9999-12-31T23:59:59Z")],
  ["+012000-01-01T00:00:00.000Z", null],
  ["-000044-03-15T00:00:00.000Z", null],
])("time %j", (happenedAt, expected) => {
  const parsed = confirmationIn(form({ ...good, happenedAt }));
  expect(parsed.ok && parsed.value.happenedAt).toEqual(expected);
});

test("a text that is cut within a character stays one that can be kept", () => {
  const cutAt = (most: number) => `${"x".repeat(most - 1)}😀`;
  const money = { how: "transfer", currency: "USD", collected: "25,50", reference: cutAt(120), because: cutAt(120) };
  const confirmed = confirmationIn(form({ ...good, receivedBy: cutAt(120), doorNote: cutAt(200), ...money }));
  const failed = failureIn(form({ ...good, reason: "other", note: cutAt(200) }));
  if (!confirmed.ok || !failed.ok) throw new Error("a form was refused");
  const { receivedBy, doorNote, collected } = confirmed.value;
  for (const text of [receivedBy, doorNote, collected?.reference, collected?.because, failed.value.note])
    expect([text?.isWellFormed(), text?.startsWith("xxx")]).toEqual([true, true]);
});

test("a failed attempt needs one of the reasons; its note is kept short", () => {
  expect(codeOf(failureIn(form({ ...good, reason: "lazy" })))).toBe("reason_missing");
  const parsed = failureIn(form({ ...good, reason: "refused", note: "n".repeat(500) }));
  expect(parsed.ok && [parsed.value.reason, parsed.value.note?.length]).toEqual(["refused", 200]);
});

test("who is invoiced goes along when the number is right; a wrong or missing one is asked for again", () => {
  const asked = { ...good, fiscalIdType: "cedula", fiscalIdNumber: "1714307103", fiscalName: "Ana" };
  const parsed = confirmationIn(form(asked));
  expect(parsed.ok && parsed.value.fiscalData).toMatchObject({ idType: "cedula", idNumber: "1714307103" });
  for (const fiscalIdNumber of ["1714307104", ""])
    expect(codeOf(confirmationIn(form({ ...asked, fiscalIdNumber })))).toBe("door_data_wrong");
  expect(codeOf(confirmationIn(form({ ...asked, fiscalIdType: "not_given" })))).toBe("ok");
});
