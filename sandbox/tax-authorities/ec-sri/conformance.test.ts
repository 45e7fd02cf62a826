import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { differences } from "./amounts";
import { typeNamed } from "./document-types";
import { signatureFault } from "./signature";
import { structureFault } from "./structure/signature-shape";
import { aFactura } from "./testing/a-factura";
import { aGuiaRemision } from "./testing/a-guia-remision";
import { aNotaCredito } from "./testing/a-nota-credito";
import { conformance, conformanceTest } from "./testing/conformance";
import { everyFactura, everyFactura2, everyGuiaRemision, everyNotaCredito } from "./testing/every-element";
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

/** Our verdict on a root that the schema does not know is "unknown"; the version is told by the root, not by the mutation. */
function structureOf(xml: string, version: string): string | undefined {
  return withXml(Buffer.from(xml), (root) => {
    const shape = typeNamed(root.name)?.byVersion[version];
    return shape ? structureFault(root, shape) : `unknown: ${root.name} ${version}`;
  });
}

function expectSameVerdicts(source: string, { schema, version, values }: { schema: string; version: string; values: number }) {
  const mutations = [{ name: "as it is", xml: source }, ...mutationsOf(source, values)].filter(({ name }) => !BASE64_VALUE.test(name));
  const theirs = validByXmllint(mutations, schema);
  const disagreements = mutations.flatMap(({ name, xml }, index) => {
    const ours = structureOf(xml, version);
    return (ours === undefined) === theirs[index]
      ? []
      : [`${name}: xmllint says ${theirs[index] ? "valid" : "invalid"}, we say ${ours ?? "valid"}`];
  });
  expect(disagreements).toEqual([]);
  expect(theirs[0]).toBe(true);
  const valid = theirs.filter(Boolean).length;
  return { valid, invalid: theirs.length - valid };
}

conformanceTest("the structure table and the official schema agree on a signed document and everything one can do to it", () => {
  const signed = readFileSync(conformance("samples", "factura-1.1.0-signed.xml"), "utf8");
  const { valid, invalid } = expectSameVerdicts(signed, { schema: "factura_V1.1.0.with-signature.xsd", version: "1.1.0", values: 2 });
  expect(valid).toBeGreaterThan(20);
  expect(invalid).toBeGreaterThan(200);
});

conformanceTest.each([
  { kind: "factura 1.1.0", source: everyFactura, schema: "factura_V1.1.0.with-signature.xsd", version: "1.1.0", values: 5, least: 1000 },
  { kind: "factura 2.1.0", source: everyFactura2, schema: "factura_V2.1.0.xsd", version: "2.1.0", values: 3, least: 1000 },
  { kind: "nota de crédito", source: everyNotaCredito, schema: "NotaCredito_V1.1.0.xsd", version: "1.1.0", values: 8, least: 500 },
  { kind: "guía de remisión", source: everyGuiaRemision, schema: "GuiaRemision_V1.1.0.xsd", version: "1.1.0", values: 8, least: 400 },
])(
  "the structure table and the official schema agree on every element of a $kind and everything one can do to it",
  ({ source, least, ...judged }) => {
    const { valid, invalid } = expectSameVerdicts(source, judged);
    expect(valid).toBeGreaterThan(least / 10);
    expect(invalid).toBeGreaterThan(least);
  },
  60_000,
);

conformanceTest("a factura 1.0.0 is a 1.1.0 with two decimals in quantities and prices", () => {
  const old = everyFactura.replace('version="1.1.0"', 'version="1.0.0"');
  expect(structureOf(old, "1.0.0")).toContain("tiene más de 2 decimales");
  expect(structureOf(old.replace("50.123456", "50.12"), "1.0.0")).toBeUndefined();
});

conformanceTest("the sample of a nota de crédito has the structure and the sums of one", () => {
  const sample = readFileSync(conformance("samples", "notaCredito-1.1.0-unsigned.xml"), "utf8");
  expect(structureOf(sample, "1.1.0")).toBeUndefined();
  expect(withXml(Buffer.from(sample), differences)).toEqual([]);
});

const faultIn = (source: Buffer) => withXml(source, (root) => signatureFault(root, source));

conformanceTest.each(["factura-1.1.0-signed.xml", "third-party-invoice-signed.xml"])("the signed sample %s verifies", (name) => {
  expect(faultIn(readFileSync(conformance("samples", name)))).toBeUndefined();
});

conformanceTest.each([
  { kind: "factura", xml: aFactura(), schema: "factura_V1.1.0.xsd" },
  { kind: "nota de crédito", xml: aNotaCredito(), schema: "NotaCredito_V1.1.0.xsd" },
  { kind: "guía de remisión", xml: aGuiaRemision(), schema: "GuiaRemision_V1.1.0.xsd" },
])("the $kind of the tests is valid, and verifies when signed, by xmlsec1 too", ({ xml, schema }) => {
  expect(validByXmllint([{ name: "own", xml }], schema)).toEqual([true]);
  const own = sign(xml, aSigner());
  expect(faultIn(own)).toBeUndefined();
  const folder = mkdtempSync(join(tmpdir(), "sri-signature-"));
  try {
    const file = join(folder, "own.xml");
    writeFileSync(file, own);
    expect(execFileSync(conformance("..", "..", "tools", "verify-signed-xml"), [file], { encoding: "utf8" })).toContain("OK   3/3 refs");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
