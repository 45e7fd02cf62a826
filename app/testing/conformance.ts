import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where the conformance data lies, if it does. */
export const conformanceDirectory = process.env.CONFORMANCE_DIR ?? join(root, "../shared/conformance");

const isMissing = (command: string): boolean => spawnSync(command, ["--version"]).error !== undefined;
const lacking = existsSync(conformanceDirectory) ? ["xmlsec1", "xmllint"].find(isMissing) : "conformance data (CONFORMANCE_DIR)";

/** A test against official schemas or foreign tools: skipped with a notice where they are absent, failed where CONFORMANCE_REQUIRED=1. */
export function conformanceTest(name: string, run: () => void | Promise<void>, timeoutMs?: number): void {
  if (!lacking) return void test(name, run, timeoutMs);
  if (process.env.CONFORMANCE_REQUIRED === "1") return void test(name, () => Promise.reject(new Error(`missing: ${lacking}`)));
  console.info(`skipped, no ${lacking}: ${name}`);
  test.skip(name, run);
}

/** A file of the conformance data, as "ec/samples/factura-1.1.0-signed.xml". */
export const readConformance = (path: string): string => readFileSync(join(conformanceDirectory, path), "utf8");

export type Verdict = { ok: boolean; output: string };

/** xmlsec1's verdict on a signed document; every reference has to hold. */
export const verifySignedXml = (xml: string): Verdict => judge("verify-signed-xml", [], [xml]);

/** The same of many, one line of output a document, in their order. */
export const verifySignedXmls = (xmls: readonly string[]): Verdict => judge("verify-signed-xml", [], xmls);

/** xmllint's verdict on documents, by a schema of the conformance data; many cost little more than one. */
export const validateXsd = (schema: string, ...xmls: string[]): Verdict =>
  judge("validate-xsd", [join(conformanceDirectory, schema)], xmls);

function judge(tool: string, leading: string[], xmls: readonly string[]): Verdict {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  try {
    const files = xmls.map((_xml, index) => join(folder, `${index}.xml`));
    files.forEach((file, index) => writeFileSync(file, xmls[index] ?? ""));
    const { status, stdout, stderr } = spawnSync(join(conformanceDirectory, "../tools", tool), [...leading, ...files], {
      encoding: "utf8",
    });
    return { ok: status === 0, output: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
