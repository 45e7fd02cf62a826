import type { Facet } from "./facets";
import type { Element } from "../xml";

/**
 * What an element may hold, in order. A key is a child's name and how often it comes: `name` once, `name?` at most once,
 * `name+` at least once, `name*` any number, `name{m,n}` m to n times. `@name` is an attribute (`@name?` optional), `#text` its text.
 */
export type Shape = { readonly [particle: string]: Shape | Facet | typeof ANYTHING };
/** For contents that are judged elsewhere. */
export const ANYTHING = Symbol("anything");

interface Particle {
  name: string;
  least: number;
  most: number;
  content: Shape | Facet | typeof ANYTHING;
}

// Schema instance hints are legal on every element and say nothing.
const HINTS = new Set(["xsi:schemaLocation", "xsi:noNamespaceSchemaLocation"]);

/** The first thing in which the element breaks its shape, in the words a developer can search for; undefined when it fits. */
export function misfit(element: Element, shape: Shape | Facet | typeof ANYTHING): string | undefined {
  if (shape === ANYTHING) return undefined;
  if (typeof shape === "function") return misfit(element, { "#text": shape });
  const wrong = attributesMisfit(element, shape) ?? textMisfit(element, shape) ?? childrenMisfit(element, shape);
  return wrong;
}

function attributesMisfit(element: Element, shape: Shape): string | undefined {
  const known = new Set(HINTS);
  for (const [key, facet] of Object.entries(shape)) {
    if (!key.startsWith("@")) continue;
    const name = key.slice(1).replace(/\?$/, "");
    known.add(name);
    const value = element.attributes[name];
    if (value === undefined && !key.endsWith("?")) return at(element, `falta el atributo ${name}`);
    const wrong = value !== undefined && typeof facet === "function" ? facet(value) : undefined;
    if (wrong !== undefined) return at(element, `atributo ${name}: ${wrong}`);
  }
  const unknown = Object.keys(element.attributes).find((name) => !known.has(name));
  return unknown === undefined ? undefined : at(element, `el atributo ${unknown} no está permitido`);
}

function textMisfit(element: Element, shape: Shape): string | undefined {
  const facet = shape["#text"];
  if (typeof facet === "function") {
    const wrong = facet(element.text);
    return wrong === undefined ? undefined : at(element, wrong);
  }
  return /^[ \t\r\n]*$/.test(element.text) ? undefined : at(element, "no admite texto");
}

function childrenMisfit(element: Element, shape: Shape): string | undefined {
  let next = 0;
  for (const { name, least, most, content } of particlesOf(shape)) {
    let count = 0;
    for (let one = element.children[next]; one?.name === name && count < most; one = element.children[next]) {
      const wrong = misfit(one, content);
      if (wrong !== undefined) return wrong;
      count++;
      next++;
    }
    if (count < least) return at(element.children[next] ?? element, `se esperaba ${name} en ${element.name}`);
  }
  const left = element.children[next];
  return left && at(left, `no se esperaba aquí, dentro de ${element.name}`);
}

function particlesOf(shape: Shape): Particle[] {
  return Object.entries(shape)
    .filter(([key]) => !/^[@#]/.test(key))
    .map(([key, content]) => {
      const [, name = key, often = ""] = /^(.*?)([?+*]|\{\d+,\d+\})?$/.exec(key) ?? [];
      const [least, most] = timesOf(often);
      return { name, least, most, content };
    });
}

function timesOf(often: string): [least: number, most: number] {
  if (often === "") return [1, 1];
  if (often === "?") return [0, 1];
  if (often === "+") return [1, Infinity];
  if (often === "*") return [0, Infinity];
  const [least = 1, most = 1] = often.slice(1, -1).split(",").map(Number);
  return [least, most];
}

const at = (element: Element, what: string): string => `${element.name} (línea ${element.line}): ${what}`;
