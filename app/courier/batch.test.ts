import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aConfirm,
  aCountersign,
  aDispute,
  aFail,
  aHandOverEvent,
  aPhoto,
  aReturn,
  aShot,
  aStamp,
  aStart,
  someCash,
} from "~/testing/phone-events";
import { batchIn } from "./batch";

const PHONE = "0192f1aa-0000-7000-8000-000000000001";
const read = (...events: unknown[]) => batchIn({ phoneId: PHONE, events, dropped: [] })!;

test("what a phone tells is read as it was told", () => {
  const events = [
    aStart(),
    aConfirm({ collected: someCash({ how: "transfer", reference: "77" }) }),
    aFail(),
    aReturn(),
    aHandOverEvent(),
    aCountersign(),
    aDispute(),
  ];
  const batch = batchIn({ phoneId: PHONE, events: JSON.parse(JSON.stringify(events)), dropped: [aShot()] })!;
  expect(batch).toEqual({ phoneId: PHONE, events, dropped: [aShot()], refused: [], shift: [], position: null });
});

test("a note for the next courier is read as typed; one that is none blocks no delivery", () => {
  const [photo] = aConfirm().photos;
  const told = { ...aConfirm(), doorNote: "  Portón   verde ", gatePhotoId: photo!.id };
  expect(read(told).events).toEqual([{ ...told, doorNote: "Portón verde" }]);
  expect(read({ ...told, doorNote: 7, gatePhotoId: "the big one" }).events).toEqual([{ ...told, doorNote: null, gatePhotoId: null }]);
});

test("a shift is told beside the deliveries; one event of it that can't be read, or a position that is none, costs nothing else", () => {
  const shiftId = "0192f1aa-0000-7000-8000-0000000000a1";
  const start = { id: PHONE, kind: "shift_start", shiftId, sharesPosition: true, stamp: aStamp() };
  const position = { kind: "position", shiftId, position: { latitude: -0.2, longitude: -78.5, accuracyMetres: 9 }, stamp: aStamp() };
  const told = { phoneId: PHONE, events: [aStart()], shift: [start, { ...start, id: "b", kind: "shift_party" }], position };
  const batch = batchIn(told)!;
  expect(batch).toMatchObject({ events: [aStart()], shift: [start], position, refused: [{ id: "b", code: "unreadable" }] });
  expect(batchIn({ ...told, position: { ...position, position: { latitude: 91, longitude: 0 } } })).toMatchObject({
    shift: [start],
    position: null,
  });
  expect(batchIn({ ...told, shift: [{ ...start, sharesPosition: "yes" }] })!.shift).toEqual([{ ...start, sharesPosition: false }]);
});

test.each<[string, object]>([
  ["an id that is none", { id: "1" }],
  ["an unknown kind", { kind: "steal" }],
  ["no stamp", { stamp: undefined }],
  ["a counter of nothing", { stamp: { ...aConfirm().stamp, counter: 0 } }],
  ["a time that is none", { stamp: { ...aConfirm().stamp, deviceAt: "2026-02-30T10:00:00.000Zx" } }],
  ["a month that is none", { stamp: { ...aConfirm().stamp, deviceAt: "2026-13-01T10:00:00.000Z" } }],
  ["a time before telephones", { stamp: { ...aConfirm().stamp, deviceAt: "0000-01-01T00:00:00.000Z" } }],
  ["a hash that is none", { photos: [{ ...aConfirm().photos[0]!, sha256: "x" }] }],
  ["a photo of another delivery", { photos: [{ ...aConfirm().photos[0]!, deliveryId: PHONE }] }],
])("%s is refused, and nothing else with it", (_what, change) => {
  const [good, bad] = [aStart(), { ...aConfirm(), ...change }];
  expect(read(bad, good)).toMatchObject({ events: [good], refused: [{ id: bad.id, result: "refused", code: "unreadable" }] });
});

test("too many photos are refused as that", () => {
  const photos = Array.from({ length: 7 }, () => aConfirm().photos[0]!);
  expect(read({ ...aConfirm(), photos }).refused).toEqual([{ id: aConfirm().id, result: "refused", code: "too_many" }]);
});

test("a position that is none, and what the database can't keep, never cost an event", () => {
  const lone = String.fromCharCode(0xd800);
  const told = { ...aConfirm(), receivedBy: ` Ana\0  ${lone}Pérez `, position: { latitude: 200 } };
  expect(read(told).events).toEqual([{ ...aConfirm(), receivedBy: "Ana \ufffdPérez", position: null }]);
  const cut = { ...aFail(), note: `${"x".repeat(199)}😀` };
  expect(read(cut).events).toMatchObject([{ note: `${"x".repeat(199)}\ufffd` }]);
});

test("money that can't be read is not told, and an earlier program's confirmation tells of none; neither costs the delivery", () => {
  const { collected: _none, ...earlier } = aConfirm();
  const unreadable = { ...aConfirm(), collected: { minor: -1, currency: "USD", how: "cash" } };
  expect(read(earlier).events).toEqual([aConfirm({ collected: null })]);
  expect(read(unreadable).events).toEqual([aConfirm({ collected: null })]);
  expect(read({ ...aHandOverEvent(), minor: 1.5 }).refused).toHaveLength(1);
});

test("a phone whose page was open for longer than we can count is believed by its clock", () => {
  const { stamp } = aStart();
  expect(read({ ...aStart(), stamp: { ...stamp, elapsedMs: 3e9 } }).events[0]!.stamp.elapsedMs).toBeNull();
  expect(read({ ...aStart(), stamp: { ...stamp, elapsedMs: 12.6 } }).events[0]!.stamp.elapsedMs).toBe(13);
});

test("whatever comes, nothing throws, and every readable event among it is read", () => {
  const garbage = fc.oneof(fc.jsonValue(), fc.anything(), fc.constant(null), fc.record({ kind: fc.constant("confirm"), id: fc.uuid() }));
  const good = fc.uuid().chain((id) => fc.constantFrom(aStart({ id }), aConfirm({ id }), aFail({ id })));
  fc.assert(
    fc.property(fc.array(fc.oneof(garbage, good), { maxLength: 20 }), fc.anything(), (events, dropped) => {
      const batch = batchIn({ phoneId: PHONE, events, dropped })!;
      const readable = events.filter((one) => batchIn({ phoneId: PHONE, events: [one] })!.events.length === 1);
      expect(batch.events.length + batch.refused.length).toBe(events.length);
      expect(batch.events.length).toBe(readable.length);
    }),
  );
  fc.assert(fc.property(fc.anything(), (body) => void batchIn(body)));
});

test("more than we take at once is no batch, and so is none at all", () => {
  expect(batchIn({ phoneId: PHONE, events: Array.from({ length: 101 }, () => aStart()), dropped: [] })).toBeNull();
  expect([batchIn(null), batchIn([]), batchIn({ events: [] })]).toEqual([null, null, null]);
});

test("who is invoiced may be told along; what is none of ours is left out, and never refuses the delivery", () => {
  const ana = { schemaVersion: 1, country: "EC", idType: "cedula", idNumber: "1714307103", legalName: "Ana Ñuñez" };
  const told = (fiscalData: unknown) => read({ ...aConfirm(), fiscalData }).events.map((one) => "fiscalData" in one && one.fiscalData);
  expect([told(ana), told("?"), told({ ...ana, schemaVersion: 9 }), told(null)]).toEqual([[ana], [null], [null], [null]]);
});

test("six photos and a signature go along; two signatures don't", () => {
  const shots = (signatures: number) =>
    Array.from({ length: 6 + signatures }, (_, at) => ({
      ...aPhoto({ id: `0192f1aa-0000-7000-8000-0000000001f${at}` }),
      ...(at >= 6 ? { role: "signature" } : {}),
    }));
  const sent = (signatures: number) => batchIn({ phoneId: PHONE, events: [aConfirm({ photos: shots(signatures) as never })] })!;
  const [confirmed] = sent(1).events;
  expect(confirmed?.kind === "confirm" && confirmed.photos.map(({ role }) => role)).toEqual([...Array<undefined>(6), "signature"]);
  expect(sent(2).refused).toMatchObject([{ code: "too_many" }]);
});

test("a day to come back that is none is left out", () => {
  const dayOf = (reattemptOn: unknown) => {
    const [failed] = batchIn({ phoneId: PHONE, events: [{ ...aFail(), reattemptOn }] })!.events;
    return failed?.kind === "fail" ? failed.reattemptOn : "?";
  };
  expect([dayOf("2026-11-30"), dayOf("2026-02-30"), dayOf(7), dayOf(undefined)]).toEqual(["2026-11-30", null, null, undefined]);
});
