export function buildExtensions(): Promise<{ name: string; file: string; targets: string[]; bytes: number }[]>;
