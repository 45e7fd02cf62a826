import { expect, test } from "vitest";
import { COUNTER, metered } from "./metered.ts";
import { section } from "./wasm-binary.ts";

const [I32, VOID, END, NOP] = [0x7f, 0x40, 0x0b, 0x01];
const getGlobal = [0x23, 0x00];
const setGlobal = [0x24, 0x00];
const minusOne = [0x41, 0x01, 0x6b];
const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** A module with one global number and one exported function of that body. */
function moduleOf(body: number[], start: number): Uint8Array {
  const code = [0x00, ...body, END];
  const sections: [number, number[]][] = [
    [1, [1, 0x60, 0, 0]],
    [3, [1, 0]],
    [6, [1, I32, 1, 0x41, start, END]],
    [7, [1, 3, ...Buffer.from("run"), 0, 0]],
    [10, [1, code.length, ...code]],
  ];
  return Uint8Array.from([...PREAMBLE, ...sections.flatMap(([id, content]) => section({ id, body: Uint8Array.from(content) }))]);
}

function countOf(body: number[], start = 0): number {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(metered(moduleOf(body, start))));
  (exports.run as () => void)();
  return Number((exports[COUNTER] as WebAssembly.Global<"i64">).value);
}

const countDown = [0x03, VOID, ...getGlobal, ...minusOne, ...setGlobal, ...getGlobal, 0x0d, 0x00, END];
const eitherWay = [...getGlobal, 0x04, VOID, NOP, NOP, NOP, 0x05, NOP, END, NOP];
const leaveEarly = [0x02, VOID, ...getGlobal, 0x0d, 0x00, NOP, NOP, END, NOP];

test.each<[string, number[], number, number]>([
  ["straight on", [NOP, NOP, NOP], 0, 3],
  ["six for each turn of a loop, and its beginning", countDown, 5, 1 + 5 * 6],
  ["only the arm that is taken", eitherWay, 1, 2 + 3 + 1],
  ["only the other arm", eitherWay, 0, 2 + 1 + 1],
  ["nothing that is jumped over", leaveEarly, 1, 3 + 1],
  ["all where nothing is", leaveEarly, 0, 3 + 2 + 1],
])("a metered module counts %s", (_what, body, start, expected) => {
  expect(countOf(body, start)).toBe(expected);
});

test("an instruction that the meter doesn't know is an error, not a wrong count", () => {
  expect(() => metered(moduleOf([0xfd, 0x0c], 0))).toThrow("opcode 0xfd can't be metered");
});
