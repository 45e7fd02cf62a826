import { readFileSync } from "node:fs";
import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { main as compile } from "assemblyscript/asc";
import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
// Shopify refuses a larger bundle at deploy.
const LARGEST_BUNDLE_BYTES = 64 * 1024;
const LARGEST_FUNCTION_BYTES = 256 * 1024;

/** Builds every extension as the Shopify CLI does: a UI extension becomes one classic script, a function a WebAssembly module. */
export async function buildExtensions() {
  const folders = (await readdir(HERE, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const scripts = await Promise.all(folders.flatMap(({ name }) => uiExtension(name) ?? []).map(bundle));
  const functions = [];
  for (const one of folders.flatMap(({ name }) => functionExtension(name) ?? [])) functions.push(await buildFunction(one));
  return [...scripts, ...functions];
}

/** A function's module, compiled with the options that its own build command names. */
export async function compileFunction(name) {
  const { folder, entry, options } = functionExtension(name);
  const outputs = new Map();
  const { error, stderr } = await compile([entry, ...options], {
    readFile: (file, base) => readText(resolve(folder, base, file)),
    writeFile: (file, content) => void outputs.set(file, content),
    listFiles: () => [],
  });
  const bytes = [...outputs].find(([file]) => file.endsWith(".wasm"))?.[1];
  if (error || !(bytes instanceof Uint8Array)) throw new Error(`${name}: asc did not compile it: ${stderr.toString()}`, { cause: error });
  if (bytes.length > LARGEST_FUNCTION_BYTES)
    throw new Error(`${name}: ${bytes.length} bytes, Shopify takes at most ${LARGEST_FUNCTION_BYTES}`);
  return bytes;
}

async function buildFunction({ name, folder, targets }) {
  const [file, bytes] = [join(folder, "dist", "function.wasm"), await compileFunction(name)];
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return { name, file, targets, bytes: bytes.length };
}

function functionExtension(name) {
  const folder = join(HERE, name);
  const toml = readText(join(folder, "shopify.extension.toml"));
  if (!toml || !/^type\s*=\s*"function"/m.test(toml)) return null;
  const [, entry, ...options] = textOf(toml, "command").split(" ");
  return { name, folder, targets: [textOf(toml, "target")], entry, options };
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
  const toml = readText(join(folder, "shopify.extension.toml"));
  if (!toml || !/^type\s*=\s*"ui_extension"/m.test(toml)) return null;
  const targeting = toml
    .split(/^\[\[extensions\.targeting\]\]\s*$/m)
    .slice(1)
    .map((table) => ({ target: textOf(table, "target"), module: textOf(table, "module") }));
  return { name, folder, targeting };
}

function readText(path) {
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
