import { readFileSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
// Shopify refuses a larger bundle at deploy.
const LARGEST_BUNDLE_BYTES = 64 * 1024;

/** Bundles every UI extension as the Shopify CLI does: one classic script that registers each target's module with `shopify.extend`. */
export async function buildExtensions() {
  const folders = await readdir(HERE, { withFileTypes: true });
  const extensions = folders.filter((entry) => entry.isDirectory()).flatMap((entry) => uiExtension(entry.name) ?? []);
  return Promise.all(extensions.map(bundle));
}

async function bundle({ name, folder, targeting }) {
  const file = join(folder, "dist", `${name}.js`);
  await build({
    stdin: { contents: targeting.map(registration).join("\n"), resolveDir: folder, sourcefile: "targets.js" },
    outfile: file,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: {},
    legalComments: "none",
    logLevel: "warning",
  });
  const { size: bytes } = await stat(file);
  if (bytes > LARGEST_BUNDLE_BYTES) throw new Error(`${name}: ${bytes} bytes, Shopify takes at most ${LARGEST_BUNDLE_BYTES}`);
  return { name, file, targets: targeting.map(({ target }) => target), bytes };
}

const registration = ({ target, module }, index) =>
  `import run${index} from ${JSON.stringify(module)};\nshopify.extend(${JSON.stringify(target)}, (...args) => run${index}(...args));`;

function uiExtension(name) {
  const folder = join(HERE, name);
  const toml = readToml(join(folder, "shopify.extension.toml"));
  if (!toml || !/^type\s*=\s*"ui_extension"/m.test(toml)) return null;
  const targeting = toml
    .split(/^\[\[extensions\.targeting\]\]\s*$/m)
    .slice(1)
    .map((table) => ({ target: textOf(table, "target"), module: textOf(table, "module") }));
  return { name, folder, targeting };
}

function readToml(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function textOf(table, key) {
  const found = new RegExp(`^${key}\\s*=\\s*"([^"]+)"`, "m").exec(table);
  if (!found) throw new Error(`shopify.extension.toml: a target without "${key}"`);
  return found[1];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, targets } of await buildExtensions())
    console.log(`${name}: ${(bytes / 1024).toFixed(1)} KB (${targets.join(", ")})`);
}
