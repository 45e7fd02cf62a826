import { COUNTER, metered } from "./metered.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

// How the Wasm API v2 boxes what is no number: a quiet NaN, with a tag, a length and a handle in it.
const BOXED = 0x7ffc000000000000n;
const TAG = { null: 0n, bool: 1n, string: 3n, object: 4n, array: 5n, error: 15n };
const LONGEST = 0x3fff;

/** What one run may take and give (shopify.dev, limits of functions). */
const MOST_INPUT_BYTES = 128_000;
const MOST_OUTPUT_BYTES = 20_000;
const MOST_MEMORY_BYTES = 10_000_000;
/** For carts of up to 200 lines; larger ones may take more. */
export const MOST_INSTRUCTIONS = 11_000_000;

/** What a run gave and what it took; the host's own work, which reads the input and keeps the output, is not in the instructions. */
export type Run = { output: Json; instructions: number; memoryBytes: number };

/** A function's module as a deploy would bring it, made to count what it executes. */
export const loadFunction = (bytes: Uint8Array): WebAssembly.Module => new WebAssembly.Module(metered(bytes));

type Open = { kind: "object" | "array"; left: number; key: string | null; value: Json[] | { [key: string]: Json } };

/** Runs one export of a function's module on an input as Shopify's host does. Throws where it writes nonsense or takes more than a run may. */
export function runFunction(module: WebAssembly.Module, name: string, input: Json): Run {
  if (Buffer.byteLength(JSON.stringify(input)) > MOST_INPUT_BYTES) throw new Error("the function's input is too large");
  const handles: Json[] = [];
  const writer = createWriter();
  const boxed = (tag: bigint, length: number, handle: number): bigint =>
    BigInt.asIntN(64, BOXED | (tag << 46n) | (BigInt(Math.min(length, LONGEST)) << 32n) | BigInt(handle));
  const box = (value: Json | undefined): bigint => {
    if (value === null || value === undefined) return boxed(TAG.null, 0, 0);
    if (typeof value === "boolean") return boxed(TAG.bool, 0, value ? 1 : 0);
    if (typeof value === "number") return numberBits(value);
    handles.push(value);
    const handle = handles.length - 1;
    if (typeof value === "string") return boxed(TAG.string, Buffer.byteLength(value), handle);
    return Array.isArray(value) ? boxed(TAG.array, value.length, handle) : boxed(TAG.object, Object.keys(value).length, handle);
  };
  const held = (value: bigint): Json => handles[Number(BigInt.asUintN(32, value))] ?? null;
  const memory = (): Uint8Array => new Uint8Array((instance.exports.memory as WebAssembly.Memory).buffer);
  const read = (pointer: number, length: number): string => Buffer.from(memory().subarray(pointer, pointer + length)).toString("utf8");
  const calls = {
    input_get: () => box(input),
    input_get_val_len: (value: bigint) => lengthOf(held(value)),
    input_read_utf8_str: (handle: number, out: number, length: number) =>
      void memory().set(Buffer.from(String(handles[handle])).subarray(0, length), out),
    input_get_obj_prop: (value: bigint, pointer: number, length: number) =>
      box((held(value) as { [key: string]: Json })[read(pointer, length)]),
    input_get_at_index: (value: bigint, index: number) => box((held(value) as Json[])[index]),
    output_new_bool: (value: number) => writer.put(value === 1),
    output_new_null: () => writer.put(null),
    output_new_i32: (value: number) => writer.put(value),
    output_new_f64: (value: number) => writer.put(value),
    output_new_utf8_str: (pointer: number, length: number) => writer.put(read(pointer, length)),
    output_new_object: (length: number) => writer.open("object", length),
    output_new_array: (length: number) => writer.open("array", length),
    output_finish_object: () => writer.close("object"),
    output_finish_array: () => writer.close("array"),
    log_new_utf8_str: () => undefined,
  };
  const imports = Object.fromEntries(Object.entries(calls).map(([call, run]) => [`shopify_function_${call}`, run]));
  const instance = new WebAssembly.Instance(module, { shopify_function_v2: imports as WebAssembly.ModuleImports });
  (instance.exports[name] as () => void)();
  const output = writer.finished();
  if (Buffer.byteLength(JSON.stringify(output)) > MOST_OUTPUT_BYTES) throw new Error("the function's output is too large");
  const instructions = Number((instance.exports[COUNTER] as WebAssembly.Global<"i64">).value);
  if (instructions > MOST_INSTRUCTIONS)
    throw new Error(`the function takes ${instructions} instructions, at most ${MOST_INSTRUCTIONS} are allowed`);
  const memoryBytes = memory().byteLength;
  if (memoryBytes > MOST_MEMORY_BYTES)
    throw new Error(`the function takes ${memoryBytes} bytes of memory, at most ${MOST_MEMORY_BYTES} are allowed`);
  return { output, instructions, memoryBytes };
}

function numberBits(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigInt64(0);
}

const lengthOf = (value: Json): number =>
  typeof value === "string"
    ? Buffer.byteLength(value)
    : value === null
      ? 0
      : Array.isArray(value)
        ? value.length
        : Object.keys(value).length;

/** Takes the pieces of an output in their order; each call answers 0, or the host's code for what was wrong. */
function createWriter() {
  const stack: Open[] = [];
  let result: Json | undefined;
  const put = (value: Json): number => {
    const top = stack.at(-1);
    if (!top) {
      if (result !== undefined) return 4;
      result = value;
      return 0;
    }
    if (Array.isArray(top.value)) top.value.push(value);
    else if (top.key === null) {
      if (typeof value !== "string") return 2;
      top.key = value;
      return 0;
    } else {
      top.value[top.key] = value;
      top.key = null;
    }
    top.left--;
    return 0;
  };
  return {
    put,
    open(kind: Open["kind"], left: number): number {
      const value: Open["value"] = kind === "array" ? [] : {};
      const code = put(value);
      if (code === 0) stack.push({ kind, left, key: null, value });
      return code;
    },
    close(kind: Open["kind"]): number {
      const top = stack.at(-1);
      if (top?.kind !== kind) return 6;
      if (top.left !== 0) return kind === "object" ? 3 : 7;
      stack.pop();
      return 0;
    },
    finished(): Json {
      if (stack.length > 0 || result === undefined) throw new Error("the function wrote no whole output");
      return result;
    },
  };
}
