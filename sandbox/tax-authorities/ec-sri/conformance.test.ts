import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { facturaByVersion } from "./factura";
import type { Shape } from "./shape";
import { signatureFault } from "./signature";
import { structureFault } from "./signature-shape";
import { aFactura } from "./testing/a-factura";
import { conformance, conformanceTest } from "./testing/conformance";
import { everyElement } from "./testing/every-element";
import { mutationsOf } from "./testing/mutations";
import { aSigner, sign } from "./testing/sign";
import { withXml } from "./xml";

// libxml2 skips what is no base64 letter; the sandbox refuses it, as stricter schema checkers do.
const BASE64_VALUE = /^(value|text) .*(DigestValue|SignatureValue)/;

/** Which of the documents xmllint finds valid. */
function validByXmllint(documents: { name: string; xml: string | Buffer }[], schema: string): boolean[] {
  const folder = mkdtempSync(join(tmpdir(), "sri-conformance-"));
  try {
    const files = documents.map(({ xml }, index) => {
      writeFileSync(join(folder, `${index}.xml`), xml);
      return `${index}.xml`;
    });
    const { stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--schema", conformance("xsd", schema), ...files], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    const verdicts = new Map(
      [...stderr.matchAll(/^(\d+\.xml) (validates|fails to validate)$/gm)].map(([, file, verdict]) => [file, verdict === "validates"]),
    );
    return files.map((file) => verdicts.get(file) ?? expect.fail(`xmllint said nothing about ${file}: ${stderr.slice(-500)}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function expectSameVerdicts(documents: { name: string; xml: string }[], schema: string, shape: Shape): { valid: number; invalid: number } {
  const theirs = validByXmllint(documents, schema);
  const ours = documents.map(({ xml }) =>
    withXml(Buffer.from(xml), (root) => (root.name === "factura" ? structureFault(root, shape) : "root")),
  );
  const disagreements = documents.flatMap(({ name }, index) =>
    (ours[index] === undefined) === theirs[index]
      ? []
      : [`${name}: xmllint says ${theirs[index] ? "valid" : "invalid"}, we say ${ours[index] ?? "valid"}`],
  );
  expect(disagreements).toEqual([]);
  const valid = theirs.filter(Boolean).length;
  return { valid, invalid: theirs.length - valid };
}

const shapeOf = (version: string): Shape => facturaByVersion[version] ?? expect.fail(`no shape for ${version}`);

conformanceTest("the structure table and the official schema agree on a signed document and everything one can do to it", () => {
  const signed = readFileSync(conformance("samples", "factura-1.1.0-signed.xml"), "utf8");
  const documents = [{ name: "as it is", xml: signed }, ...mutationsOf(signed, 2)].filter(({ name }) => !BASE64_VALUE.test(name));
  const { valid, invalid } = expectSameVerdicts(documents, "factura_V1.1.0.with-signature.xsd", shapeOf("1.1.0"));
  expect(valid).toBeGreaterThan(20);
  expect(invalid).toBeGreaterThan(200);
});

conformanceTest(
  "the structure table and the official schema agree on every element the schema knows",
  () => {
    const documents = [{ name: "as it is", xml: everyElement }, ...mutationsOf(everyElement, 5)];
    const { valid, invalid } = expectSameVerdicts(documents, "factura_V1.1.0.with-signature.xsd", shapeOf("1.1.0"));
    expect(valid).toBeGreaterThan(200);
    expect(invalid).toBeGreaterThan(1000);
  },
  60_000,
);

conformanceTest("the signed samples verify, and so does what the tests' own signer makes, by xmlsec1 too", () => {
  const faultIn = (source: Buffer) => withXml(source, (root) => signatureFault(root, source));
  expect(faultIn(readFileSync(conformance("samples", "factura-1.1.0-signed.xml")))).toBeUndefined();
  expect(faultIn(readFileSync(conformance("samples", "third-party-invoice-signed.xml")))).toBeUndefined();
  const own = sign(aFactura(), aSigner());
  expect(faultIn(own)).toBeUndefined();
  expect(validByXmllint([{ name: "own", xml: own }], "factura_V1.1.0.with-signature.xsd")).toEqual([true]);
  const folder = mkdtempSync(join(tmpdir(), "sri-signature-"));
  try {
    const file = join(folder, "own.xml");
    writeFileSync(file, own);
    expect(execFileSync(conformance("..", "..", "tools", "verify-signed-xml"), [file], { encoding: "utf8" })).toContain("OK   3/3 refs");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
