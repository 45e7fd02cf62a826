import { expect, test } from "vitest";
import { accompanied, transportOnInvoice } from "./on-invoice";

const OUT: { method: string; state: string; startedAt: Date | null; runId: string | null } = {
  method: "courier",
  state: "out_for_delivery",
  startedAt: new Date("2026-11-24T15:00:00Z"),
  runId: null,
};

test.each([
  ["the only delivery, on its way", [OUT], true],
  ["another one is cancelled", [{ ...OUT, state: "cancelled" }, OUT], true],
  ["of two, the invoice could name but one carrier", [OUT, { ...OUT, startedAt: null }], false],
  ["nothing has set out", [{ ...OUT, startedAt: null }], false],
  ["a run has a guide of its own", [{ ...OUT, runId: "run" }], false],
  ["it is fetched at the counter", [{ ...OUT, method: "pickup" }], false],
])("an invoice accompanies goods: %s", (_what, covered, does) => {
  expect(accompanied(covered)).toEqual(does ? OUT : null);
});

const LUIS = { legalName: "Luis Vega Mora", idType: "cedula", idNumber: "1712345675", licence: null, plate: "PBX4821" };
const FACTS = {
  issueDate: "2026-11-23",
  // 23:50 in Guayaquil, already the next day in UTC.
  startedAt: new Date("2026-11-24T04:50:00Z"),
  timeZone: "America/Guayaquil",
  courier: LUIS,
  country: "EC",
  origin: null,
  issuer: { mainAddress: "Av. Amazonas N21-147", establishmentAddress: null },
  destination: { address1: "Malecón 2000", address2: null, city: "Guayaquil" },
};

test("it says who brings the goods from where to where, on the day they set out in the issuer's zone", () => {
  const { licence: _licence, ...carrier } = LUIS;
  expect(transportOnInvoice(FACTS)).toEqual({
    carrier,
    originAddress: "Av. Amazonas N21-147",
    destinationAddress: "Malecón 2000, Guayaquil",
    startsOn: "2026-11-23",
    endsOn: "2026-11-23",
    destinations: [{ motive: "Venta", route: null }],
  });
});

test.each([
  ["the courier's data are incomplete", { courier: { ...LUIS, plate: null } }],
  ["the courier's id is wrong", { courier: { ...LUIS, idNumber: "1712345676" } }],
  ["there is no address", { destination: null }],
  ["the goods moved the day before", { issueDate: "2026-11-24" }],
])("it says nothing where %s", (_what, change) => {
  expect(transportOnInvoice({ ...FACTS, ...change })).toBeNull();
});
