import { instructionsIn, type Instruction } from "./instructions.ts";
import { appendTo, Cursor, leb, section, sectionsOf, signedLeb, SECTION, type Section } from "./wasm-binary.ts";

/** The export under which a metered module counts. */
export const COUNTER = "sandbox_instructions";

// wasm-core-2, 5.4: opcodes that a straight run of instructions ends with, those that cost nothing, and those that count with.
const [IF, ELSE, END, LOOP, UNREACHABLE, BR, BR_TABLE, RETURN] = [0x04, 0x05, 0x0b, 0x03, 0x00, 0x0c, 0x0e, 0x0f];
const ENDS_RUN = new Set([IF, ELSE, END, LOOP, UNREACHABLE, BR, BR + 1, BR_TABLE, RETURN]);
const COSTS_NOTHING = new Set([ELSE, END]);
const [GLOBAL_GET, GLOBAL_SET, I64_CONST, I64_ADD, I64, MUTABLE] = [0x23, 0x24, 0x42, 0x7c, 0x7e, 0x01];
const GLOBAL_KIND = 0x03;

/**
 * The same module, which counts what it executes: each straight run of instructions adds its length to an exported global before it begins. All
 * but `else` and `end` count one, also those that Shopify's meter gives away (`drop`, `block`, `loop`), so that the count is never too small.
 */
export function metered(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(bytes);
  const counter = countOf(sections, SECTION.import, importedGlobals) + countOf(sections, SECTION.global, (body) => body.leb());
  const global = [I64, MUTABLE, I64_CONST, 0x00, END];
  const name = [...Buffer.from(COUNTER)];
  const exported = [...leb(name.length), ...name, GLOBAL_KIND, ...leb(counter)];
  const changed = sections.map(({ id, body }): Section => {
    if (id === SECTION.global) return { id, body: appendTo(body, global) };
    if (id === SECTION.export) return { id, body: appendTo(body, exported) };
    return id === SECTION.code ? { id, body: codeOf(body, counter) } : { id, body };
  });
  if (!sections.some(({ id }) => id === SECTION.global) || !sections.some(({ id }) => id === SECTION.export))
    throw new Error("a module without globals or exports can't be metered");
  return Uint8Array.from([...bytes.subarray(0, 8), ...changed.flatMap(section)]);
}

const countOf = (sections: Section[], id: number, count: (body: Cursor) => number): number => {
  const found = sections.find((one) => one.id === id);
  return found ? count(new Cursor(found.body)) : 0;
};

function importedGlobals(body: Cursor): number {
  let globals = 0;
  for (let left = body.leb(); left > 0; left--) {
    body.skip(body.leb());
    body.skip(body.leb());
    const kind = body.byte();
    if (kind === 0x00) body.leb();
    else if (kind === GLOBAL_KIND) [globals] = [globals + 1, body.skip(2)];
    else throw new Error(`an import of kind ${kind} can't be metered`);
  }
  return globals;
}

function codeOf(body: Uint8Array, counter: number): Uint8Array {
  const cursor = new Cursor(body);
  const out: number[] = [];
  const count = cursor.leb();
  for (let at = 0; at < count; at++) {
    const size = cursor.leb();
    const end = cursor.at + size;
    const start = cursor.at;
    for (let groups = cursor.leb(); groups > 0; groups--) {
      cursor.skipLeb();
      cursor.skip(1);
    }
    const counted = [...body.subarray(start, cursor.at), ...functionOf(body, instructionsIn(cursor, end), counter)];
    out.push(...leb(counted.length), ...counted);
  }
  return Uint8Array.from([...leb(count), ...out]);
}

function functionOf(body: Uint8Array, instructions: Instruction[], counter: number): number[] {
  const out: number[] = [];
  let run: Instruction[] = [];
  const close = () => {
    const cost = run.filter(({ opcode }) => !COSTS_NOTHING.has(opcode)).length;
    if (cost > 0) out.push(GLOBAL_GET, ...leb(counter), I64_CONST, ...signedLeb(cost), I64_ADD, GLOBAL_SET, ...leb(counter));
    for (const { from, end } of run) out.push(...body.subarray(from, end));
    run = [];
  };
  for (const instruction of instructions) {
    run.push(instruction);
    if (ENDS_RUN.has(instruction.opcode)) close();
  }
  close();
  return out;
}
