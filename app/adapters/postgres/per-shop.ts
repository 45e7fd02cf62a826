/** Of so many shops at once; of another it is made anew. */
const MOST_SHOPS = 500;

/** What is made once for a shop and the same ever after: it must hold nothing that changes. */
export function perShop<T>(make: (shopId: string) => T): (shopId: string) => T {
  const made = new Map<string, T>();
  return (shopId) => {
    const known = made.get(shopId);
    if (known !== undefined) return known;
    const one = make(shopId);
    made.set(shopId, one);
    if (made.size > MOST_SHOPS) made.delete(made.keys().next().value!);
    return one;
  };
}
