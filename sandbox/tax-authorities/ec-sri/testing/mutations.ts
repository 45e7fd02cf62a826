import { escapeHtml } from "../../../http";
import { SIGNATURE_NAMESPACE, withXml, XADES_NAMESPACE, type Element } from "../xml";

export interface Mutation {
  name: string;
  xml: string;
}
interface Tree {
  name: string;
  attributes: Record<string, string>;
  children: Tree[];
  text: string;
}
/** What a mutation puts in the place of one child, given the one that follows it. */
type Change = { name: string; replace: (tree: Tree) => Tree[]; swap?: boolean };

const VALUES = [
  ...["", "x", "0", "-1", "-0.00", "+1.50", "1.", ".5", ".", "1e3", "007", "1.10000", "1.234", "1.2345678", "1234567890123.45", " 1.00 "],
  ...[
    "SI",
    "06",
    "22",
    "001",
    "1".repeat(13),
    "1".repeat(49),
    "é".repeat(300),
    "é".repeat(301),
    "😀".repeat(300),
    "a\nb",
    "a\tb",
    "ABC",
    "31/12/2026",
  ],
];

/** Every way to break (or just change) each element of a document: drop, double, swap, rename, fill, empty, new values and attributes. */
export function mutationsOf(source: string, valuesPerLeaf: number): Mutation[] {
  const root = withXml(Buffer.from(source), plain);
  const places = [...placesIn(root, [])];
  return places.flatMap((place, index) => {
    const target = at(root, place);
    return changesOf(target, place.length === 0, index, valuesPerLeaf).map(({ name, replace, swap }) => ({
      name: `${name} ${target.name} (${place.join(".")})`,
      xml: `<?xml version="1.0" encoding="UTF-8"?>\n${changed(root, place, replace, swap).map(document).join("")}`,
    }));
  });
}

function changesOf(target: Tree, isRoot: boolean, index: number, valuesPerLeaf: number): Change[] {
  const extra: Tree = { name: "extra", attributes: {}, children: [], text: "" };
  const withAttribute = (name: string, value: string) => (tree: Tree) => [{ ...tree, attributes: { ...tree.attributes, [name]: value } }];
  const values =
    target.children.length > 0
      ? []
      : Array.from({ length: valuesPerLeaf }, (_, step) => VALUES[(index * valuesPerLeaf + step) % VALUES.length] ?? "");
  return [
    { name: "attribute on", replace: withAttribute("extra", "1") },
    { name: "child in", replace: (tree) => [{ ...tree, children: [...tree.children, extra] }] },
    { name: "text in", replace: (tree) => [{ ...tree, text: `${tree.text}texto` }] },
    ...(target.children.length > 0 ? [{ name: "empty", replace: (tree: Tree) => [{ ...tree, children: [] }] }] : []),
    ...values.map((value) => ({ name: `value '${value.slice(0, 20)}' in`, replace: (tree: Tree) => [{ ...tree, text: value }] })),
    ...Object.keys(target.attributes).flatMap((name) => [
      {
        name: `without ${name}`,
        replace: (tree: Tree) => [
          { ...tree, attributes: Object.fromEntries(Object.entries(tree.attributes).filter(([one]) => one !== name)) },
        ],
      },
      ...["", "x", "é".repeat(301)].map((value) => ({ name: `${name}='${value.slice(0, 5)}' in`, replace: withAttribute(name, value) })),
    ]),
    ...(isRoot
      ? []
      : [
          { name: "drop", replace: () => [] },
          { name: "double", replace: (tree: Tree) => [tree, tree] },
          { name: "rename", replace: (tree: Tree) => [{ ...tree, name: `${tree.name}X` }] },
          { name: "swap", replace: (tree: Tree) => [tree], swap: true },
        ]),
  ];
}

function changed(tree: Tree, [index, ...rest]: number[], replace: Change["replace"], swap = false): Tree[] {
  if (index === undefined) return replace(tree);
  const child = at(tree, [index]);
  const after = tree.children.slice(index + 1);
  const replaced = changed(child, rest, replace, swap && rest.length > 0);
  const next = swap && rest.length === 0 ? [...after.slice(0, 1), ...replaced, ...after.slice(1)] : [...replaced, ...after];
  return [{ ...tree, children: [...tree.children.slice(0, index), ...next] }];
}

/** Contents of KeyInfo and Object are left alone: the sandbox judges them when it verifies the signature. */
function* placesIn(tree: Tree, place: number[]): Generator<number[]> {
  if (tree.name === "ds:KeyInfo" || tree.name === "ds:Object") return;
  yield place;
  for (const [index, one] of tree.children.entries()) yield* placesIn(one, [...place, index]);
}

function at(tree: Tree, place: number[]): Tree {
  return place.reduce((one, index) => one.children[index] ?? fail(index), tree);
}

function fail(index: number): never {
  throw new RangeError(`no child ${index}`);
}

const plain = ({ name, attributes, children, text }: Element): Tree => ({
  name,
  attributes,
  children: children.map(plain),
  text: children.length > 0 ? "" : text,
});

const document = (root: Tree): string =>
  serialised({ ...root, attributes: { "xmlns:ds": SIGNATURE_NAMESPACE, "xmlns:etsi": XADES_NAMESPACE, ...root.attributes } });

function serialised({ name, attributes, children, text }: Tree): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${written.join("")}>${escapeHtml(text)}${children.map(serialised).join("")}</${name}>`;
}
