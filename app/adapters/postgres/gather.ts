type Waiting<In, Out> = { one: In; done(out: Out): void; failed(error: unknown): void };

/**
 * Asks at once for what many ask for one by one. Nobody waits while nothing is under way; what comes meanwhile goes together with the next, at most
 * `most` of it. Only what has the same key goes together. Where an answer for several fails, each is asked for by itself: whoever can't be answered
 * keeps it from nobody else. `together` answers in the order in which it was asked.
 */
export function gather<In, Out>(
  together: (key: string, all: In[]) => Promise<Out[]>,
  { most }: { most: number },
): (key: string, one: In) => Promise<Out> {
  const queues = new Map<string, Waiting<In, Out>[]>();
  const answer = async (key: string, asked: Waiting<In, Out>[]): Promise<void> => {
    try {
      const answers = await together(
        key,
        asked.map(({ one }) => one),
      );
      asked.forEach(({ done }, at) => done(answers[at]!));
    } catch (error) {
      if (asked.length === 1) asked[0]!.failed(error);
      else await Promise.all(asked.map((one) => answer(key, [one])));
    }
  };
  const goOn = async (key: string, waiting: Waiting<In, Out>[]): Promise<void> => {
    while (waiting.length > 0) await answer(key, waiting.splice(0, most));
    queues.delete(key);
  };
  return (key, one) =>
    new Promise((done, failed) => {
      const mine = { one, done, failed };
      const waiting = queues.get(key);
      if (waiting) return void waiting.push(mine);
      const begun = [mine];
      queues.set(key, begun);
      void goOn(key, begun);
    });
}
