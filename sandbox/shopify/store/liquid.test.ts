import { expect, test } from "vitest";
import { renderLiquid } from "./liquid.ts";

const render = (source: string, values = {}) => renderLiquid(source, values, (key) => `[${key}]`);

test.each<[string, string, object, string]>([
  ["an output, by its path", "{{ shop.name }}!", { shop: { name: "A & B" } }, "A & B!"],
  ["nothing for what is not there", "<{{ shop.name.first }}>", {}, "<>"],
  ["filters one after the other", "{{ 'a.b' | t | escape }}{{ name | escape }}", { name: "<i>" }, "[a.b]&lt;i&gt;"],
  [
    "a list, with what is assigned before it",
    "{% assign all = x.y %}{% for one in all %}{{ one }},{% endfor %}",
    { x: { y: [1, 2] } },
    "1,2,",
  ],
  ["nothing of a list that is not there", "{% for one in all %}x{% endfor %}", {}, ""],
  ["only the condition that holds", "{% if all.size > 0 %}a{% endif %}{% if all.size > 1 %}b{% endif %}", { all: [1] }, "a"],
  ["a condition in a list", "{% for a in all %}{% if a == b %}={% endif %}{{ a }}{% endfor %}", { all: ["x", "y"], b: "y" }, "x=y"],
  ["no schema", "a{% schema %}{ }{% endschema %}", {}, "a"],
])("Liquid writes %s", (_what, source, values, expected) => {
  expect(render(source, values)).toBe(expected);
});

test.each([
  ["{% unless a %}{% endunless %}", '"unless a" is not played'],
  ["{{ a | upcase }}", '"upcase" is not played'],
  ["{% if a %}{% endif %}", '"if a" is not played'],
  ["a{% endif %}", "closes nothing"],
])("Liquid that is not played is named: %s", (source, message) => {
  expect(() => render(source)).toThrow(message);
});
