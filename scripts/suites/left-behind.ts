import { globSync } from "node:fs";
import { stopPostgres } from "../postgres.ts";
import { root } from "../root.ts";

/** Stops the databases of tests that were killed before they could; everything else ends with its owner. */
export async function stopLeftBehind(): Promise<void> {
  for (const password of globSync(".data/test*/postgres.password", { cwd: root })) await stopPostgres(password.replace(/\.password$/, ""));
}
