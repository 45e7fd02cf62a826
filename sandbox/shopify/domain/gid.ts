/** The global id that Shopify's Admin API shows for a number. */
export const gid = (type: string, id: number): string => `gid://shopify/${type}/${id}`;

/** The number inside a GID of that type, or null. */
export function idOf(type: string, value: string): number | null {
  const match = /^gid:\/\/shopify\/(\w+)\/(\d+)$/.exec(value);
  return match?.[1] === type ? Number(match[2]) : null;
}

export const typeOf = (value: string): string | null => /^gid:\/\/shopify\/(\w+)\/\d+(\?.*)?$/.exec(value)?.[1] ?? null;
