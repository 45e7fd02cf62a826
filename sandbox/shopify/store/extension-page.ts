import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bytes, html, notFound, type Answer } from "../../http.ts";
import type { Language } from "../pages/language.ts";
import { inlineJson, markup } from "../pages/markup.ts";
import { storeWords } from "./words.ts";

const EXTENSION = "extensions/checkout-fiscal-data";
const localeFiles: Record<Language, string> = { es: "es.json", en: "en.default.json" };
const bundlePath = (root: string): string => join(root, EXTENSION, "dist/checkout-fiscal-data.js");

/** The document of the frame in which the built extension runs, with a stand-in for checkout's API and its s-* elements. */
export async function extensionPage(root: string, language: Language): Promise<Answer> {
  if (!existsSync(bundlePath(root))) return html(storeWords[language].notBuilt);
  const translations = JSON.parse(await readFile(join(root, EXTENSION, "locales", localeFiles[language]), "utf8")) as unknown;
  // The bundle renders into the body and replaces it: everything else stands in the head.
  return html(
    markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${storeWords[language].invoiceData}</title><script type="application/json" id="translations">${inlineJson(translations)}</script>
<style>body { margin: 0; font: 15px/1.45 system-ui, sans-serif; color: #2b2622; background: #fff }</style>
<script src="/sandbox/assets/elements.js"></script><script src="/sandbox/assets/extension-host.js"></script><script src="/checkout/extension.js" defer></script></head><body></body></html>`
      .text,
  );
}

export async function extensionBundle(root: string): Promise<Answer> {
  return existsSync(bundlePath(root))
    ? bytes(await readFile(bundlePath(root)), "text/javascript; charset=utf-8")
    : notFound("node extensions/build.mjs");
}
