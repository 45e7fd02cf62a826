import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "vitest";

/** The authority's own schemas and signed samples, which lie outside the project. */
export const conformance = (...path: string[]): string => resolve(process.env.CONFORMANCE_DIR ?? "../shared/conformance", "ec", ...path);

const present = existsSync(conformance());
if (!present) console.info(`no conformance data in ${conformance()}: tests that need it are skipped`);

/** Runs where the conformance data is; where it is required (CONFORMANCE_REQUIRED=1) its absence is a failure. */
export const conformanceTest = present || process.env.CONFORMANCE_REQUIRED === "1" ? test : test.skip;
