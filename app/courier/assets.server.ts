import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const names = z.object({ app: z.string() });

/** Where the phone's program is; its name holds its content's hash. */
export function programUrl(): string {
  const file = path.join(import.meta.dirname, "..", "client", "courier", "assets.json");
  return existsSync(file) ? names.parse(JSON.parse(readFileSync(file, "utf8"))).app : "/courier/app.js";
}
