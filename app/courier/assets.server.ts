import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Addresses of the phone's own program, as app/courier/build.ts wrote them. */
export type CourierAssets = { app: string; photo: string; worker: string; shell: string; version: string };

// Beside the bundled server; the sources alone have none, and their pages then come without a script of the phone's.
const file = path.join(import.meta.dirname, "..", "client", "courier", "assets.json");

/** Read once, when the program starts; null: not built. */
export const courierAssets: CourierAssets | null = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as CourierAssets) : null;
