const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/** The key itself when every step of it is a plain name; throws otherwise, so that no key leaves its folder. */
export function sanitised(key: string): string {
  if (key.length > 512 || !key.split("/").every((segment) => SEGMENT.test(segment)))
    throw new Error(`"${key.slice(0, 80)}" is no file key`);
  return key;
}
