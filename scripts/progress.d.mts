export class Explained extends Error {}
export function step<T>(label: string, work: (detail: (text: string) => void) => Promise<T> | T): Promise<T>;
export function fail(error: unknown): void;
