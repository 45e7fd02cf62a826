export function buildExtensions(): Promise<{ name: string; file: string; targets: string[]; bytes: number }[]>;
export function compileFunction(name: string): Promise<Uint8Array<ArrayBuffer>>;
