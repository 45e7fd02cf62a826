import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** Addresses of the phone's own program, as app/courier/build.ts wrote them. */
export type CourierAssets = { app: string; photo: string; worker: string; shell: string; version: string };

// The bundled server lies in build/server or a folder of it; the sources alone have no program, and their pages then come without a script.
const files = ["..", "../.."].map((up) => path.join(import.meta.dirname, up, "client", "courier", "assets.json"));
const file = files.find((one) => existsSync(one));

/** Read once, when the program starts; null: not built. */
export const courierAssets: CourierAssets | null = file ? (JSON.parse(readFileSync(file, "utf8")) as CourierAssets) : null;
