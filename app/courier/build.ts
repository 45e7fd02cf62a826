// Writes the phone's own program into build/client/courier; called by scripts/build.ts.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleCourier } from "./bundle.ts";

const folder = path.resolve(import.meta.dirname, "../../build/client/courier");
const files = await bundleCourier();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, text } of files) writeFileSync(path.join(folder, name), text);
