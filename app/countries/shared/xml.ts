declare const canonical: unique symbol;

/**
 * XML that is already in canonical form (C14N 1.0): its bytes are what a verifier's canonicaliser makes of it, so they can be digested as
 * they are.
 */
export type Xml = string & { readonly [canonical]: true };

export type Attributes = Readonly<Record<string, string>>;

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** An element with elements in it; null children are left out, so that optional parts read in their place. */
export function element(name: string, children: readonly (Xml | null)[], attributes?: Attributes): Xml {
  // Added up, not joined: a join copies all that is in it at every level.
  let content = "";
  for (const child of children) if (child !== null) content += child;
  return wrap(name, content, attributes);
}

/** An element with text in it. */
export const textElement = (name: string, text: string, attributes?: Attributes): Xml => wrap(name, escapeText(text), attributes);

/** The same, or nothing where there is no text: the authorities' schemas forbid empty elements. */
export const optionalElement = (name: string, text: string | null): Xml | null => (text ? textElement(name, text) : null);

/**
 * Writes elements that always follow each other, with text in each: as many texts as names. For what every line of a document repeats: the
 * tags between two texts are one piece, made once.
 */
export function textRun<const Names extends readonly string[]>(names: Names): (...texts: TextFor<Names>) => Xml {
  const start = names.map((name, index) => `${index === 0 ? "" : `</${names[index - 1]}>`}<${name}>`);
  const end = `</${names.at(-1)}>`;
  return (...texts) => {
    let all = "";
    for (let index = 0; index < start.length; index++) all = all + start[index] + escapeText(texts[index] ?? "");
    return (all + end) as Xml;
  };
}

/** The same text, not made of pieces any more: for what is kept and written again and again. */
export const inOnePiece = (xml: Xml): Xml => Buffer.from(xml).toString() as Xml;

type TextFor<Names extends readonly string[]> = { [Name in keyof Names]: string };

function wrap(name: string, content: string, attributes: Attributes | undefined): Xml {
  const { start, open, end } = TAGS.get(name) ?? newTag(name);
  return (attributes ? `${start}${written(attributes)}>${content}${end}` : open + content + end) as Xml;
}

// The names are the schemas', a few dozen; made once, a tag is one piece of the text instead of three.
type Tag = { start: string; open: string; end: string };
const TAGS = new Map<string, Tag>();

function newTag(name: string): Tag {
  const tag = { start: `<${name}`, open: `<${name}>`, end: `</${name}>` };
  TAGS.set(name, tag);
  return tag;
}

/** Puts one more child at the end of an element that has an end tag, which every element here has. */
export function appendChild(parent: Xml, child: Xml): Xml {
  const end = parent.lastIndexOf("</");
  return (parent.slice(0, end) + child + parent.slice(end)) as Xml;
}

// C14N 1.0, 2.2: namespace declarations first, by prefix, then attributes by name. Prefixed attributes would be sorted by namespace;
// nobody here has any.
function written(attributes: Attributes): string {
  const names = Object.keys(attributes);
  if (names.length > 1) names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  let all = "";
  for (const name of names) all += ` ${name}="${escapeAttribute(attributes[name] ?? "")}"`;
  return all;
}

const rank = (name: string): number => (name === "xmlns" ? 0 : name.startsWith("xmlns:") ? 1 : 2);

// C14N 1.0, 1.1: in text & < > and carriage returns, in attributes & < " and white space that parsers would normalise; > is left alone
// there.
const TEXT: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const ATTRIBUTE: Record<string, string> = { "&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;" };

const escapeText = (text: string): string => (isPlain(text) ? text : dropForbidden(text).replace(/[&<>\r]/g, (char) => TEXT[char] ?? char));
const escapeAttribute = (text: string): string =>
  isPlain(text) && !text.includes('"') ? text : dropForbidden(text).replace(/[&<"\t\n\r]/g, (char) => ATTRIBUTE[char] ?? char);

/** Whether a text stands in XML as it is, which nearly all do: on short ones a loop is much faster than an expression. */
function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x20 || unit >= 0xd800 || unit === AMPERSAND || unit === LESS || unit === GREATER) return false;
  }
  return true;
}

const [AMPERSAND, LESS, GREATER] = [0x26, 0x3c, 0x3e];

/** Takes out what XML 1.0 can't carry at all, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
export const dropForbidden = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
