import { isCourierKey, type Say } from "./words";

/** The words of a stop's page: of a return that is fetched from its buyer its own (`pickup.<key>`), where it has any. */
export function stopWords({ isReturn = false }: { isReturn?: boolean | undefined }, t: Say): Say {
  if (!isReturn) return t;
  return (key, params) => {
    const own = `pickup.${key}`;
    return t(isCourierKey(own) ? own : key, params);
  };
}
