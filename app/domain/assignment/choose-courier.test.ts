import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseCourier, type Candidate } from "./choose-courier";

const aCandidate = (candidate: Partial<Candidate>): Candidate => ({
  courierId: "a",
  name: "Ana",
  active: true,
  openStops: 0,
  stopsToday: 0,
  capacity: 10,
  ...candidate,
});

test("the courier with the fewest open stops gets the delivery", () => {
  const choice = chooseCourier([aCandidate({ courierId: "a", openStops: 3 }), aCandidate({ courierId: "b", name: "Bruno", openStops: 1 })]);
  expect(choice).toMatchObject({ courierId: "b", code: "least_loaded", params: { courier: "Bruno", open: 1 } });
  expect(choice.considered.map((c) => c.verdict)).toEqual(["chosen", "more_open_stops"]);
});

test("a courier at the day's capacity is passed over, and the decision says so", () => {
  const choice = chooseCourier([aCandidate({ stopsToday: 10 }), aCandidate({ courierId: "b", openStops: 9 })]);
  expect(choice.courierId).toBe("b");
  expect(choice.considered.find((c) => c.courierId === "a")?.verdict).toBe("capacity_reached");
});

test.each([
  [[], "zone_without_courier"],
  [[aCandidate({ active: false })], "zone_without_courier"],
  [[aCandidate({ stopsToday: 10 })], "capacity_reached"],
])("nobody eligible is said with its reason (%#)", (candidates, code) => {
  expect(chooseCourier(candidates)).toMatchObject({ courierId: null, code });
});

test("the order of candidates never changes the choice", () => {
  const candidate = fc.record({ courierId: fc.uuid(), openStops: fc.nat(4), stopsToday: fc.nat(12), active: fc.boolean() }).map(aCandidate);
  fc.assert(
    fc.property(fc.uniqueArray(candidate, { selector: (c) => c.courierId, maxLength: 9 }), (candidates) => {
      expect(chooseCourier([...candidates].reverse())).toEqual(chooseCourier(candidates));
    }),
  );
});
