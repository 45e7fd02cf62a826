import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

type TaxIdModule = {
  memory: WebAssembly.Memory;
  __new(byteLength: number, classId: number): number;
  checkTaxId(country: number, idType: number, idNumber: number): number;
};

const STRING_CLASS = 2;

/** Compiles `check.ts` with `asc`, as the validation function does, and gives it back as a function on JavaScript strings. */
export async function compileTaxIdCheck(): Promise<(country: string, idType: string, idNumber: string) => number> {
  const { instance } = await WebAssembly.instantiate(await compile(), { env: { abort: onAbort } });
  const wasm = instance.exports as TaxIdModule;
  const passed = (text: string) => passString(wasm, text);
  return (country, idType, idNumber) => wasm.checkTaxId(passed(country), passed(idType), passed(idNumber));
}

async function compile(): Promise<BufferSource> {
  const entry = fileURLToPath(new URL("index.ts", import.meta.url));
  const outputs = new Map<string, string | Uint8Array>();
  const options = ["--baseDir", "/", "--outFile", "check.wasm", "--runtime", "stub", "--exportRuntime", "-Oz", "--noAssert"];
  const { error, stderr } = await main([entry, ...options], { writeFile: (name, content) => void outputs.set(name, content) });
  const binary = outputs.get("check.wasm");
  if (error || !(binary instanceof Uint8Array))
    throw new Error(`asc did not compile the tax-id rules: ${stderr.toString()}`, { cause: error });
  return new Uint8Array(binary);
}

// An AssemblyScript string is UTF-16 in the module's memory; `__new` writes its header.
function passString(wasm: TaxIdModule, text: string): number {
  const pointer = wasm.__new(text.length * 2, STRING_CLASS);
  const units = new Uint16Array(wasm.memory.buffer, pointer, text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return pointer;
}

function onAbort(): never {
  throw new Error("the tax-id module aborted");
}
