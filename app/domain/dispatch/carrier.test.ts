import { expect, test } from "vitest";
import { carrierOf, NO_TRANSPORT_DATA } from "./carrier";

const LUIS = { legalName: "Luis Vega Mora", idType: "cedula", idNumber: "1712345675", licence: null, plate: "PBX4821" };

test("a courier whose data are complete is a carrier; the licence may be missing", () => {
  const { licence: _licence, ...carrier } = LUIS;
  expect(carrierOf(LUIS, "EC")).toEqual({ carrier });
});

test.each([
  [NO_TRANSPORT_DATA, ["legalName", "idType", "idNumber", "plate"]],
  [{ ...LUIS, plate: "  " }, ["plate"]],
  [{ ...LUIS, idNumber: "1712345676" }, ["idNumber"]],
])("what is missing or wrong is named: %j", (data, missing) => {
  expect(carrierOf(data, "EC")).toEqual({ missing });
});
