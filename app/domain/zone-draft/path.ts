/** Part of a draft by its path: "services.0.bands.1.upTo". Undefined where there is none. */
export const valueAt = (draft: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((at, key) => (isTree(at) ? at[key] : undefined), draft);

/** The draft with another value at a path; nothing else of it is a new object but what lies on the way. */
export function withValue<T>(draft: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split(".");
  if (!isTree(draft)) throw new Error(`there is nothing to change at ${path}`);
  const inner = rest.length === 0 ? value : withValue(draft[key], rest.join("."), value);
  if (Array.isArray(draft)) return draft.map((one: unknown, index) => (String(index) === key ? inner : one)) as T;
  return { ...draft, [key]: inner };
}

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
