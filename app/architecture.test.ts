import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { expect, test } from "vitest";

const project = path.dirname(import.meta.dirname);
const { options, ...ruleSet } = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  options: object;
  forbidden: IForbiddenRuleType[];
};

/** The broken rules of a tree, as `rule: from → to`. */
async function violations(baseDir: string, folders: string[]): Promise<string[]> {
  const { output } = await cruise(
    folders,
    { ...options, ruleSet, validate: true, baseDir },
    { alias: { "~": path.join(baseDir, "app") }, extensions: [".ts", ".tsx", ".mjs", ".js", ".css"] },
  );
  return (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test("every room imports only what its row of the table allows", async () => {
  expect(await violations(project, ["app", "sandbox", "extensions"])).toEqual([]);
});

const FORBIDDEN: [file: string, imports: string, rule: string][] = [
  ["app/domain/order/order.ts", "~/ports/store", "domain-imports"],
  ["app/ports/mail.ts", "~/workflows/told", "ports-imports"],
  ["app/countries/pack.ts", "~/countries/ec/pack", "pack-imports"],
  ["app/countries/ec/a.ts", "~/countries/pe/a", "country-imports"],
  ["app/countries/shared/a.ts", "~/countries/ec/pack", "countries-shared-imports"],
  ["app/workflows/a.ts", "~/countries/ec/pack", "workflows-imports"],
  ["app/workflows/b.ts", "~/adapters/mail/a", "workflows-imports"],
  ["app/workflows/c.ts", "node:http", "pure-rooms-touch-the-world"],
  ["app/queries/a.ts", "~/adapters/mail/a", "queries-imports"],
  ["app/adapters/files/a.ts", "~/adapters/mail/a", "adapters-imports"],
  ["app/adapters/jobs/a.ts", "~/i18n/es", "adapters-imports"],
  ["app/adapters/mail/b.ts", "~/workflows/told", "mail-imports"],
  ["app/adapters/postgres/a.ts", "~/adapters/mail/a", "postgres-imports"],
  ["app/ui/a.ts", "~/ports/store", "ui-imports"],
  ["app/courier/a.ts", "~/ui/panel", "courier-imports"],
  ["app/i18n/a.ts", "~/ui/panel", "i18n-imports"],
  ["app/routes/a.ts", "~/workflows/told", "routes-imports"],
  ["app/routes/b.ts", "~/db.server", "routes-imports"],
  ["app/routes/c.ts", "~/routes/told", "route-imports-route"],
  ["app/composition.server.ts", "~/routes/told", "composition-imports"],
  ["app/entry.server.ts", "~/testing/factories", "nobody-imports-testing"],
  ["app/domain/x/a.ts", "~/domain/x/b", "no-cycles"],
  ["sandbox/a.ts", "../app/domain/money/money", "sandbox-imports"],
  ["extensions/block/a.ts", "../../app/domain/money/money", "extensions-imports"],
];
const ALLOWED: [file: string, imports: string][] = [
  ["app/domain/x/b.ts", "~/domain/x/a"],
  ["app/countries/ec/b.ts", "~/countries/shared/told"],
  ["app/workflows/e.ts", "~/countries/pack"],
  ["app/adapters/mail/c.ts", "~/i18n/es"],
  ["app/routes/d.ts", "~/composition.server"],
  ["sandbox/b.ts", "../app/domain/tax-id/ec"],
];

test("an injected violation of each rule is named, and nothing else", async () => {
  const tree = mkdtempSync(path.join(tmpdir(), "architecture-"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  };
  const resolve = (file: string, name: string) =>
    `${name.startsWith("~") ? name.replace("~", "app") : path.join(path.dirname(file), name)}.ts`;
  try {
    const all: [string, string, string?][] = [...FORBIDDEN, ...ALLOWED];
    for (const [file, name] of all) if (!name.startsWith("node:")) write(resolve(file, name), "export {};\n");
    for (const [file, name] of all) write(file, `import "${name}";\n`);
    const found = await violations(tree, ["app", "sandbox", "extensions"]);
    const named = (file: string) => found.filter((line) => line.includes(`: ${file} → `)).map((line) => line.split(":")[0]);
    for (const [file, , rule] of FORBIDDEN) expect({ file, rules: named(file) }).toEqual({ file, rules: [rule] });
    for (const [file] of ALLOWED.slice(1)) expect({ file, rules: named(file) }).toEqual({ file, rules: [] });
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
});
