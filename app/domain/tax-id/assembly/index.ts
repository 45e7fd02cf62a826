// The test's door into the WebAssembly build; strings come in as AssemblyScript strings (see `asc-build.ts`).
export { checkTaxId } from "../check";
