import { readdirSync } from "node:fs";
import path from "node:path";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import type { Problem } from "../../app/countries/pack.ts";
import { Explained } from "../progress.mjs";
import { readBytes } from "./read-files.ts";

/** SRI names its schemas by root and version: factura_V1.1.0.xsd, NotaCredito_V1.1.0.xsd. */
function schemaFor(directory: string, xml: string): string {
  const [, root, version] = /<([A-Za-z]+)[^>]* version="([\d.]+)"/.exec(xml) ?? [];
  const wanted = `${root}_V${version}.xsd`.toLowerCase();
  let files: string[];
  try {
    files = readdirSync(directory);
  } catch (error) {
    throw new Explained(`${directory} can't be read: ${(error as Error).message}`);
  }
  const found = files.find((file) => file.toLowerCase() === wanted);
  if (!found) throw new Explained(`${directory} has no ${root}_V${version}.xsd.`);
  return path.join(directory, found);
}

/** Holds an unsigned document to the official schema of its kind: `schema_invalid` { reason }, or null. */
export function schemaProblem(directory: string, xml: string): Problem | null {
  const file = schemaFor(directory, xml);
  // The schema imports that of signatures, which an unsigned document doesn't use and which lies somewhere else.
  const schema = XmlDocument.fromString(
    readBytes(file)
      .toString("utf8")
      .replace(/<xsd?:import[^>]*>/, ""),
  );
  const document = XmlDocument.fromString(xml);
  const validator = XsdValidator.fromDoc(schema);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return { code: "schema_invalid", params: { reason: (error as Error).message.trim() } };
  } finally {
    for (const one of [validator, document, schema]) one.dispose();
  }
}
