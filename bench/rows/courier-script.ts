import { gzipSync } from "node:zlib";
import { bundleCourier } from "../../app/courier/bundle.ts";
import type { Row } from "../row.ts";

/** What a courier's phone loads once, as it travels. */
export async function courierScript(): Promise<Row> {
  const files = await bundleCourier();
  const kilobytes = (start: string) => gzipSync(files.find(({ name }) => name.startsWith(start))!.text, { level: 6 }).length / 1024;
  return {
    ...{ name: "the phone's program", value: kilobytes("app-"), unit: "KB", goal: 120, better: "lower" },
    baseline: { name: "the shell with its styles", value: kilobytes("shell") },
    note: "compressed; loaded once, then from the phone",
  };
}
