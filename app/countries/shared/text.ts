import { dropForbidden } from "./xml";

/**
 * One line of text as the authorities take it: composed (NFC), white space and line breaks as single spaces, without control characters,
 * at most `maxLength` characters (code points, as schemas count; never half a pair). Empty where nothing is left.
 */
export function oneLine(text: string | null | undefined, maxLength: number): string {
  const clean = dropForbidden((text ?? "").normalize("NFC"))
    .replace(/[\s\u0085]+/g, " ")
    .replace(/[\u007F-\u009F]/g, "")
    .trim();
  return clean.length <= maxLength ? clean : [...clean].slice(0, maxLength).join("").trim();
}
