/**
 * Does no more than so many works at once; the others wait in the order in which they came, with nothing of them begun. What is short and urgent beside
 * them then waits for the few that are under way, not for all that were asked for.
 */
export function inTurn(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  return async (work) => {
    // Whoever ends hands its place on: nobody who comes in that moment takes it.
    if (underWay >= most) await new Promise<void>((go) => waiting.push(go));
    else underWay++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underWay--;
    }
  };
}
