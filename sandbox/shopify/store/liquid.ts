import { escapeHtml } from "../../http.ts";

type Values = { [name: string]: unknown };
type Translate = (key: string) => string;

/**
 * As much of Liquid as the app's blocks use: assign, for, if with one comparison, output with the filters `t` and `escape`. Throws at anything else,
 * so that a block that asks for more is noticed.
 */
export function renderLiquid(source: string, values: Values, translate: Translate): string {
  const body = source.replace(/{%-?\s*schema\s*-?%}[\s\S]*?{%-?\s*endschema\s*-?%}/, "");
  const parts = body.split(/({%[\s\S]*?%}|{{[\s\S]*?}})/).filter((part) => part !== "");
  const { text, at } = run(parts, 0, { ...values }, translate);
  if (at < parts.length) throw new Error(`Liquid: ${parts[at]} closes nothing`);
  return text;
}

type Rendered = { text: string; at: number };

/** Up to the tag that closes the one it began in, or the end. */
function run(parts: string[], from: number, values: Values, translate: Translate): Rendered {
  let text = "";
  let at = from;
  while (at < parts.length) {
    const part = parts[at]!;
    const tag = /^{%\s*([\s\S]*?)\s*%}$/.exec(part)?.[1];
    if (tag?.startsWith("end")) break;
    if (tag === undefined) text += part.startsWith("{{") ? output(part.slice(2, -2), values, translate) : part;
    else if (tag.startsWith("assign ")) assign(tag, values);
    else {
      const done = block({ tag, parts, at: at + 1 }, values, translate);
      text += done.text;
      ({ at } = done);
    }
    at++;
  }
  return { text, at };
}

function assign(tag: string, values: Values): void {
  const [, name, path] = /^assign (\w+) = (\S+)$/.exec(tag) ?? unknown(tag);
  values[name!] = valueOf(path!, values);
}

/** Answers where the closing tag stands. */
function block({ tag, parts, at }: { tag: string; parts: string[]; at: number }, values: Values, translate: Translate): Rendered {
  const condition = /^if (\S+) (>|==) (\S+)$/.exec(tag);
  const { at: end } = run(parts, at, { ...values }, translate);
  if (condition) {
    const [left, right] = [valueOf(condition[1]!, values), valueOf(condition[3]!, values)];
    const holds = condition[2] === ">" ? Number(left) > Number(right) : left === right;
    return { text: holds ? run(parts, at, { ...values }, translate).text : "", at: end };
  }
  const [, name, path] = /^for (\w+) in (\S+)$/.exec(tag) ?? unknown(tag);
  const items = (valueOf(path!, values) ?? []) as unknown[];
  return { text: items.map((item) => run(parts, at, { ...values, [name!]: item }, translate).text).join(""), at: end };
}

function output(expression: string, values: Values, translate: Translate): string {
  const [path, ...filters] = expression.split("|").map((piece) => piece.trim());
  const found = valueOf(path!, values);
  const start = found === null || found === undefined ? "" : String(found);
  return filters.reduce((text, filter) => {
    if (filter === "t") return translate(text);
    return filter === "escape" ? escapeHtml(text) : unknown(filter);
  }, start);
}

function valueOf(path: string, values: Values): unknown {
  const quoted = /^'(.*)'$/.exec(path);
  if (quoted) return quoted[1];
  if (/^\d+$/.test(path)) return Number(path);
  return path.split(".").reduce<unknown>((value, name) => {
    if (name === "size" && Array.isArray(value)) return value.length;
    return (value as Values | null | undefined)?.[name];
  }, values);
}

function unknown(what: string): never {
  throw new Error(`Liquid: "${what}" is not played`);
}
