import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { DispatchGuideInput } from "~/domain/document/document";
import { conformanceTest, validateXsd } from "~/testing/conformance";
import { aDispatchGuideInput, anIssuer, aRecipient, aTransport, HOSTILE_NAME } from "~/testing/ecuador";
import { build } from "./build";

function written(input: Partial<DispatchGuideInput> = {}): string {
  const outcome = build(aDispatchGuideInput(input));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.xml;
}

test("a run with two recipients is the golden one, its access key that of a guía", () => {
  const outcome = build(aDispatchGuideInput());
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { xml, accessKey, number } = outcome.value;
  expect(accessKey.slice(0, 48)).toBe("231120260617900123450011001001000000031123456781");
  expect(number).toBe("001-001-000000031");
  const golden = readFileSync(new URL("golden/guia-remision.xml", import.meta.url), "utf8")
    .replace(/>\s+</g, "><")
    .replace("KEY", accessKey)
    .trim();
  expect(xml.replace(/>\s+</g, "><")).toBe(golden);
});

const carrier = aTransport().carrier;
test.each([
  [{ carrier: { ...carrier, plate: " " } }, "plate"],
  [{ carrier: { ...carrier, legalName: "" } }, "legalName"],
  [{ carrier: { ...carrier, idType: "dni" } }, "idType"],
  [{ originAddress: "" }, "originAddress"],
  [{ recipients: [] }, "recipients"],
  [{ recipients: [aRecipient({ address: "" })] }, "address"],
  [{ recipients: [aRecipient(), aRecipient({ lines: [] })] }, "lines"],
])("%j lacks its %s", (input, field) => {
  expect(build(aDispatchGuideInput(input))).toEqual({ ok: false, problem: { code: "dispatch_data_missing", params: { field } } });
});

test("goods don't move before their guide, nor arrive before they leave", () => {
  for (const dates of [{ startsOn: "2026-11-22" }, { endsOn: "2026-11-22" }])
    expect(build(aDispatchGuideInput(dates))).toMatchObject({ ok: false, problem: { code: "transport_dates_invalid" } });
});

test("an invoice is named by its number and authorisation, or not at all", () => {
  const support = { documentType: "invoice", number: "123", authorisation: "1", issueDate: "2026-11-23" } as const;
  expect(build(aDispatchGuideInput({ recipients: [aRecipient({ support })] }))).toEqual({
    ok: false,
    problem: { code: "original_invalid", params: { number: "123" } },
  });
});

conformanceTest("xmllint finds guides valid, with hostile names, long texts, every legend and forty recipients", () => {
  const long = `${HOSTILE_NAME}\r\n`.repeat(30);
  const inputs: Partial<DispatchGuideInput>[] = [
    {},
    {
      ...aTransport({ carrier: { legalName: long, idType: "foreign_id", idNumber: long, plate: long }, originAddress: long }),
      issuer: anIssuer({ specialTaxpayer: "12345", withholdingAgent: "1", rimpe: "rimpe", legalName: long, establishmentAddress: null }),
      recipients: [
        aRecipient({
          legalName: long,
          address: long,
          motive: long,
          route: long,
          lines: [{ code: long, description: long, quantity: 999_999 }],
        }),
      ],
      additional: { [HOSTILE_NAME]: long },
    },
    { recipients: Array.from({ length: 40 }, () => aRecipient()), additional: {} },
  ];
  for (const input of inputs) expect(validateXsd("ec/xsd/GuiaRemision_V1.1.0.xsd", written(input))).toMatchObject({ ok: true });
});
