import { dropForbidden } from "./xml";

/**
 * One line of text as the authorities take it: composed (NFC), white space and line breaks as single spaces, without control characters,
 * at most `maxLength` characters (code points, as schemas count; never half a pair). Empty where nothing is left.
 */
export function oneLine(text: string | null | undefined, maxLength: number): string {
  if (!text) return "";
  if (text.length <= maxLength && isTidy(text)) return text;
  const clean = dropForbidden(text.normalize("NFC"))
    .replace(/[\s\u0085]+/g, " ")
    .replace(/[\u007F-\u009F]/g, "")
    .trim();
  return clean.length <= maxLength ? clean : [...clean].slice(0, maxLength).join("").trim();
}

/** Whether nothing would change: printable letters up to U+02FF, which are composed by themselves, single spaces between them. */
function isTidy(text: string): boolean {
  let before = SPACE;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === SPACE ? before === SPACE : unit < 0x21 || unit > 0x2ff || (unit > 0x7e && unit < 0xa1)) return false;
    before = unit;
  }
  return before !== SPACE;
}

const SPACE = 0x20;
