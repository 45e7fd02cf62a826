import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { certificateTaxId } from "~/countries/ec/certificate-tax-id";
import { verifyXades } from "~/countries/shared/verify-xades";
import { conformanceDirectory, conformanceTest, validateXsd, verifySignedXml } from "~/testing/conformance";
import { inProject } from "../root.ts";
import { readIssuer, readOrder } from "./read-files.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

type Json = Record<string, unknown>;
let folder: string;
const at = (...names: string[]) => path.join(folder, ...names);

function run(args: string[], env: Record<string, string> = {}) {
  const command = ["--import", "tsx", inProject("scripts", "document.ts"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: inProject(),
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "", LANG: "es_EC.UTF-8", ...env },
  });
  return { status, said: stdout + stderr };
}

const files = (order = "order.json", issuer = "issuer.json") => ["--order", at(order), "--issuer", at(issuer), "--p12", at("example.p12")];
const password = () => ["--password-file", at("password.txt")];

/** A copy of an example's file with something changed in it. */
function changed(name: string, as: string, change: (json: Json) => void): void {
  const json = JSON.parse(readFileSync(at(name), "utf8")) as Json;
  change(name === "order.json" ? ((json.data as Json).order as Json) : json);
  writeFileSync(at(as), JSON.stringify(json));
}

const report = (out: string) =>
  JSON.parse(readFileSync(at(out, "report.json"), "utf8")) as { held: boolean; failed: { code: string; where: string }[]; files: string[] };

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "document-"));
  const { status, said } = run(["--example", "--out", folder]);
  expect({ status, said }).toMatchObject({ status: 0, said: expect.stringContaining("npm run document -- --order") as string });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the example becomes a signed document and its print, and nothing is held", () => {
  const { status, said } = run([...files(), ...password(), "--out", at("good")]);
  expect({ status, said }).toMatchObject({ status: 0, said: expect.stringMatching(/✔ 001-001-000000001/) as string });
  expect(report("good")).toMatchObject({ held: false, failed: [], signature: { holds: true } });
  expect(report("good").files).toEqual(["order.json", "document.xml", "signed.xml", "print.pdf", "report.json"]);
  expect(verifyXades(readFileSync(at("good", "signed.xml"), "utf8"), certificateTaxId).faults).toEqual([]);
  expect(readFileSync(at("good", "print.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
});

conformanceTest("what it writes is valid by the official schema, verifies by xmlsec1, and a schema that differs holds it", () => {
  const schemas = path.join(conformanceDirectory, "ec", "xsd");
  expect(run([...files(), ...password(), "--out", at("valid"), "--schema", schemas]).status).toBe(0);
  const signed = readFileSync(at("valid", "signed.xml"), "utf8");
  expect(verifySignedXml(signed).output).toContain("3/3 refs");
  expect(validateXsd("ec/xsd/factura_V1.1.0.with-signature.xsd", signed).ok).toBe(true);
  const schema = readFileSync(path.join(schemas, "factura_V1.1.0.xsd"), "utf8");
  writeFileSync(at("factura_V1.1.0.xsd"), schema.replaceAll("importeTotal", "importeOtro"));
  const { status, said } = run([...files(), ...password(), "--out", at("invalid"), "--schema", folder]);
  expect({ status, said }).toMatchObject({ status: 1, said: expect.stringMatching(/schema_invalid {2}\(document.xml\)/) as string });
  expect(existsSync(at("invalid", "signed.xml"))).toBe(false);
});

test("every rule that failed is named, with its place, in the language asked for, and nothing is signed", () => {
  changed("order.json", "bad-order.json", (order) => {
    order.fiscalData = null;
    order.currentTotalPriceSet = { shopMoney: { amount: "99999.01" } };
  });
  changed("issuer.json", "bad-issuer.json", (file) => {
    Object.assign(file.issuer as Json, { taxId: "1790012345002", mainAddress: " " });
    Object.assign(file.series as Json, { establishment: "1" });
  });
  const args = [...files("bad-order.json", "bad-issuer.json"), "--out", at("held")];
  const { status, said } = run([...args, "--language", "en"], { DOCUMENT_P12_PASSWORD: "wrong" });
  expect(status).toBe(1);
  expect(report("held").failed.map(({ code, where }) => [code, where])).toEqual([
    ["certificate_wrong_password", "p12"],
    ["totals_differ", "order"],
    ["issuer_data_invalid", "issuer.taxId"],
    ["issuer_data_invalid", "issuer.mainAddress"],
    ["issuer_data_invalid", "series.establishment"],
    ["fiscal_data_missing", "order.fiscalData"],
  ]);
  expect(said).toContain("The password does not open the file");
  expect(report("held").files).toEqual(["order.json", "report.json"]);
  expect(run(args, { DOCUMENT_P12_PASSWORD: "wrong" }).said).toContain("La contraseña no abre el archivo");
});

test("another taxpayer's certificate holds it", () => {
  changed("issuer.json", "other-issuer.json", (file) => Object.assign(file.issuer as Json, { taxId: "1792060346001" }));
  expect(run([...files("order.json", "other-issuer.json"), ...password(), "--out", at("other")]).status).toBe(1);
  expect(report("other")).toMatchObject({ held: true, failed: [{ code: "certificate_other_taxpayer", where: "p12" }] });
  expect(report("other").files).toEqual(["order.json", "document.xml", "report.json"]);
});

test("a file that isn't what it should be is refused with the path of every fault, and nothing is written", () => {
  changed("order.json", "broken-order.json", (order) => {
    const [line] = (order.lineItems as { nodes: Json[] }).nodes;
    delete line?.sku;
    Object.assign(order, { taxesIncluded: "yes", currentTotalPriceSet: null });
  });
  changed("issuer.json", "broken-issuer.json", (file) => Object.assign(file.series as Json, { number: 0, letter: "A" }));
  writeFileSync(at("none.json"), "no JSON");
  const faults = /taxesIncluded: a boolean is wanted\n.*currentTotalPriceSet: null.*\n.*lineItems\.nodes\[0\]\.sku: missing/;
  const { status, said } = run([...files("broken-order.json"), ...password(), "--out", at("refused")]);
  expect({ status, said }).toMatchObject({ status: 1, said: expect.stringMatching(faults) as string });
  expect(said).not.toMatch(/\n {4}at /);
  expect(existsSync(at("refused"))).toBe(false);
  expect(() => readIssuer(at("broken-issuer.json"))).toThrow(/series\.number: .*\n.*series: .*letter/);
  expect(() => readOrder(at("none.json"))).toThrow(/is no JSON/);
  expect(() => readOrder(at("nowhere.json"))).toThrow(/can't be read/);
});

test("what is missing from the call is said, the password too", () => {
  expect(run(["--order", at("order.json"), "--out", at("refused")])).toMatchObject({
    status: 1,
    said: expect.stringContaining("--issuer is missing") as string,
  });
  expect(run([...files(), "--out", at("refused")]).said).toContain("DOCUMENT_P12_PASSWORD");
});
