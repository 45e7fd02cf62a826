// One document from one order, up to where it would be sent, and every rule that failed. See docs/integrators.md.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { formatMinor } from "../app/domain/money/money.ts";
import { localeFrom, type Locale } from "../app/i18n/locale.ts";
import { writeExample } from "./document/example.ts";
import { explore, type Explored } from "./document/explore.ts";
import { readBytes, readIssuer, readOrder } from "./document/read-files.ts";
import { failedRules, type FailedRule } from "./document/rules.ts";
import { schemaProblem } from "./document/validate.ts";
import { Explained, fail } from "./progress.mjs";

const USAGE = `npm run document -- --order FILE --issuer FILE --p12 FILE [--password-file FILE] --out DIR [--schema DIR] [--language es|en]
npm run document -- --example --out DIR
  --order          Shopify's answer to the query Order (app/adapters/shopify/operations.ts)
  --issuer         the taxpayer and the series, see docs/integrators.md
  --p12            the certificate; its password is read from --password-file or from DOCUMENT_P12_PASSWORD
  --out            where order.json, document.xml, signed.xml, print.pdf and report.json are written
  --schema         a folder with the authority's schemas (factura_V1.1.0.xsd …), to hold the document to them
  --language       of what is printed; report.json has both
  --example        writes an order, an issuer, a test certificate and its password into --out, to start from
Nothing is sent to anyone. Exit code 1: held, or one of the files is not what it should be.`;

function readArguments() {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const options = {
    ...{ order: text, issuer: text, p12: text, "password-file": text, out: text, schema: text, language: text },
    ...{ example: flag, help: flag },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Explained(`${(error as Error).message}\n\n${USAGE}`);
  }
}
type Arguments = ReturnType<typeof readArguments>;

function needed(given: Arguments, name: "order" | "issuer" | "p12" | "out"): string {
  const value = given[name];
  if (!value) throw new Explained(`--${name} is missing.\n\n${USAGE}`);
  return path.resolve(value);
}

function readPassword(given: Arguments): string {
  const file = given["password-file"];
  const password = file
    ? readBytes(path.resolve(file))
        .toString("utf8")
        .replace(/\r?\n$/, "")
    : process.env.DOCUMENT_P12_PASSWORD;
  if (password === undefined)
    throw new Explained("--p12 needs its password: in a file (--password-file) or in DOCUMENT_P12_PASSWORD, never among the arguments.");
  return password;
}

async function document(given: Arguments): Promise<void> {
  const out = needed(given, "out");
  if (given.example) return writeExample(out).then(() => sayExample(given.out ?? out));
  const [order, issuer, p12] = [needed(given, "order"), needed(given, "issuer"), needed(given, "p12")];
  const sale = readOrder(order);
  const explored = await explore({ sale, ...readIssuer(issuer), p12: readBytes(p12), password: readPassword(given), now: new Date() });
  const invalid = given.schema && explored.document ? schemaProblem(path.resolve(given.schema), explored.document.xml) : null;
  const failed = failedRules([...explored.problems, ...(invalid ? [invalid] : [])]);
  const files: [string, string | Uint8Array | undefined][] = [
    ["order.json", `${JSON.stringify(sale, null, 2)}\n`],
    ["document.xml", explored.document?.xml],
    ["signed.xml", failed.length === 0 ? explored.signed?.xml : undefined],
    ["print.pdf", failed.length === 0 ? explored.signed?.print : undefined],
  ];
  const written = files.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
  const report = reportOf(
    explored,
    failed,
    written.map(({ name }) => name),
    given.schema !== undefined,
  );
  mkdirSync(out, { recursive: true });
  for (const { name, content } of written) writeFileSync(path.join(out, name), content, { mode: 0o600 });
  writeFileSync(path.join(out, "report.json"), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  say(report, localeFrom(given.language, process.env.LC_ALL, process.env.LANG), out);
}

function reportOf({ document, certificate, signed }: Explored, failed: FailedRule[], files: string[], schemaChecked: boolean) {
  return {
    held: failed.length > 0,
    failed,
    document: document && {
      number: document.number,
      accessKey: document.accessKey,
      issueDate: document.issueDate,
      total: formatMinor(document.totalMinor, "USD"),
    },
    certificate,
    signature: failed.length === 0 ? (signed?.verification ?? null) : null,
    schemaChecked,
    files: [...files, "report.json"],
  };
}

function say({ held, failed, document, files }: ReturnType<typeof reportOf>, locale: Locale, out: string): void {
  for (const { code, where, words } of failed) console.log(`✘ ${code}  (${where})\n  ${words[locale].title}\n  ${words[locale].next}`);
  if (!held && document) console.log(`✔ ${document.number}  ${document.issueDate}  ${document.total}\n  ${document.accessKey}`);
  console.log(`\n${files.map((file) => path.join(path.relative("", out), file)).join("\n")}`);
  if (held) process.exitCode = 1;
}

function sayExample(folder: string): void {
  const at = (name: string) => path.join(folder, name);
  console.log(`Written to ${folder}. Now:

npm run document -- --order ${at("order.json")} --issuer ${at("issuer.json")} --p12 ${at("example.p12")} --password-file ${at("password.txt")} --out ${at("out")}`);
}

try {
  const given = readArguments();
  if (given.help) console.log(USAGE);
  else await document(given);
} catch (error) {
  fail(error);
}
