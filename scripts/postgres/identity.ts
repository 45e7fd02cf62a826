import { chownSync } from "node:fs";
import { execFileSync, spawnSync } from "node:child_process";

export type Identity = { uid?: number; gid?: number };

const numericId = (flag: "-u" | "-g", user: string) => Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));

/** PostgreSQL refuses to run as root: as root, its commands run as the system's user `postgres`, made when missing. */
export function databaseIdentity(user = "postgres"): Identity {
  if (process.getuid?.() !== 0) return {};
  if (spawnSync("id", ["-u", user]).status !== 0) execFileSync("useradd", ["--system", "--user-group", "--no-create-home", user]);
  return { uid: numericId("-u", user), gid: numericId("-g", user) };
}

export function give(file: string, to: Identity): void {
  if (to.uid !== undefined && to.gid !== undefined) chownSync(file, to.uid, to.gid);
}

/** Can this identity enter the folder? It may lie below one that only root may enter. */
export const canEnter = (folder: string, as: Identity): boolean =>
  as.uid === undefined || spawnSync("test", ["-x", folder], { ...as, cwd: "/" }).status === 0;

/** Runs a program of PostgreSQL's to its end. */
export function runAs(as: Identity, program: string, args: string[]): { ok: boolean; text: string } {
  const env = { ...process.env, LC_ALL: "C" };
  const result = spawnSync(program, args, { ...as, cwd: "/", encoding: "utf8", env });
  return { ok: result.status === 0, text: `${result.error ?? ""}${result.stdout ?? ""}${result.stderr ?? ""}`.trim() };
}
