import { escapeHtml } from "../../http.ts";

/** HTML that is already safe; everything else that a template takes in is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}
type Part = Markup | string | number | null | undefined | false | Part[];

export const markup = (strings: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(strings.map((string, index) => string + (index < parts.length ? render(parts[index]) : "")).join(""));

/** Text that is known to be safe HTML, such as our own drawings. */
export const raw = (text: string): Markup => new Markup(text);

/** A value for a script: JSON that can't end the element it stands in. */
export const inlineJson = (value: unknown): Markup => new Markup(JSON.stringify(value).replace(/</g, "\\u003c"));

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return escapeHtml(part);
}
