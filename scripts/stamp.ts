import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "./root.ts";

const NOT_SOURCES = /(^|\/)(node_modules|dist|build|golden|testing)$|\.test\.tsx?$/;

function filesBelow(place: string): string[] {
  const full = inProject(place);
  if (!existsSync(full) || NOT_SOURCES.test(place)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${place}/${name}`));
}

/** A fingerprint of the sources at these places (files or folders of the project), tests left out. */
export function fingerprint(places: string[]): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesBelow))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update("\0");
  return hash.digest("hex");
}

/** Does the work unless it was done for the same fingerprint. The stamp lies where the work's result does: who deletes one deletes both. */
export async function unlessDone(stamp: string, places: string[], work: () => Promise<void>): Promise<boolean> {
  const file = inProject(stamp);
  const wanted = fingerprint(places);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return false;
  await work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  return true;
}
