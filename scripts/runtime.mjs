// Runs on Node 18 with nothing installed: finds or installs what every other file of this project may take for granted.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Explained, step } from "./progress.mjs";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const NEEDED = [22, 12];
const windows = process.platform === "win32";

export const newEnough = (version) => {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

/** Runs a program to its end; its output is shown only when it fails. */
function run(program, args, { env = process.env, detail = () => {}, cwd = root } = {}) {
  return new Promise((done, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], shell: windows });
    let output = "";
    const take = (chunk) => {
      output = (output + chunk).slice(-20_000);
      detail(String(chunk));
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => reject(new Explained(`${program} can't be started: ${error.message}`)));
    child.on("close", (code) => {
      if (code === 0) return done(output);
      const tail = output.trim().split("\n").slice(-30).join("\n");
      reject(new Explained(`${tail}\n\n"${program} ${args.join(" ")}" ended with code ${code}.`));
    });
  });
}

const versionOf = async (node) => {
  if (!existsSync(node)) return "";
  return run(node, ["--version"]).then(
    (text) => text.trim(),
    () => "", // a half-installed or foreign binary: as good as none
  );
};

async function findNode() {
  if (newEnough(process.version)) return process.execPath;
  const folder = path.join(root, ".data", "node");
  const node = path.join(folder, "node_modules", "node", "bin", windows ? "node.exe" : "node");
  if (newEnough(await versionOf(node))) return node;
  await step(`Getting Node 22 (this machine has ${process.version}) into .data/node`, async (detail) => {
    mkdirSync(folder, { recursive: true });
    await run("npm", ["install", "--prefix", folder, "node@22", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"], {
      detail,
      cwd: folder,
    });
    const version = await versionOf(node);
    if (!newEnough(version)) {
      throw new Explained(`npm's node@22 did not bring a Node ≥ ${NEEDED.join(".")} (${version || "nothing runs"} at ${node}).
Does npm's configuration forbid install scripts ("npm config get ignore-scripts")? Otherwise install Node 22 yourself: https://nodejs.org`);
    }
  });
  return node;
}

async function installPackages(env) {
  const lock = readFileSync(path.join(root, "package-lock.json"));
  const wanted = `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
  const stamp = path.join(root, "node_modules", ".bimcommerce-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await step("Installing packages (npm ci)", (detail) => run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { env, detail }));
  writeFileSync(stamp, wanted);
}

/** A Node ≥ 22.12 and the packages of package-lock.json; returns the environment under which `node` is that Node. */
export async function ensureRuntime() {
  const node = await findNode();
  const env = { ...process.env };
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  env[name] = [path.dirname(node), env[name]].join(path.delimiter);
  await installPackages(env);
  return { node, env };
}
