import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalised } from "~/testing/canonical";
import { hostileText } from "~/testing/hostile-text";
import { appendChild, element, optionalElement, textElement, inOnePiece, textRun, type Xml } from "./xml";

const RUNS = Number(process.env.FC_RUNS ?? 2000);

test("escapes what C14N escapes, differently in texts and attributes", () => {
  const xml = element("a", [textElement("b", `Ñandú & Cía. <S.A.> "La 'Esquina'"\r`)], { z: `<&>"\t\n\r'`, b: "1", "xmlns:ds": "urn:ds" });
  expect(xml).toBe(
    `<a xmlns:ds="urn:ds" b="1" z="&lt;&amp;>&quot;&#x9;&#xA;&#xD;'"><b>Ñandú &amp; Cía. &lt;S.A.&gt; "La 'Esquina'"&#xD;</b></a>`,
  );
  expect(canonicalised(xml)).toBe(xml);
});

test("drops what XML can't carry", () => {
  expect(textElement("a", "x\u0000\u0008\u000B\uFFFE\uD800y\u{1F600}")).toBe("<a>xy\u{1F600}</a>");
});

test("an element without content keeps its end tag, an optional one without text isn't there", () => {
  expect(element("a", [null, textElement("b", "")])).toBe("<a><b></b></a>");
  expect(optionalElement("a", "")).toBeNull();
});

test("a run writes its texts in order, escaped", () => {
  const texts = [`<&"`, "", "😀\r"] as const;
  const children = ["a", "b", "c"].map((name, index) => textElement(name, texts[index] ?? ""));
  const run = textRun(["a", "b", "c"])(...texts);
  expect(run).toBe(children.join(""));
  expect(inOnePiece(run)).toBe(run);
});

test("a child is appended inside, behind the others", () => {
  expect(appendChild(element("a", [textElement("b", "</a>")]), textElement("c", ""))).toBe("<a><b>&lt;/a&gt;</b><c></c></a>");
});

const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/).filter((word) => !word.startsWith("xml"));
const attributes = fc.dictionary(name, hostileText, { maxKeys: 4 });
const tree: fc.Arbitrary<Xml> = fc.letrec<{ node: Xml }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(name, hostileText, attributes).map(([tag, text, given]) => textElement(tag, text, given)),
    fc.tuple(name, fc.array(tie("node"), { maxLength: 4 }), attributes).map(([tag, children, given]) => element(tag, children, given)),
  ),
})).node;

test(
  "whatever is written is its own canonical form",
  () => {
    fc.assert(
      fc.property(tree, (xml) => {
        expect(canonicalised(xml)).toBe(xml);
      }),
      { numRuns: RUNS },
    );
  },
  20_000 + RUNS,
);
