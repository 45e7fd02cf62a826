export const root: string;
export function newEnough(version: string): boolean;
export function ensureRuntime(): Promise<{ node: string; env: NodeJS.ProcessEnv }>;
