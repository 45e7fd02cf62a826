import type { Statement } from "~/domain/settlement/statement";

/** What a statement adds up to, in the order in which it is read; minor units. */
export const factsOf = ({ opening, sums, closing }: Statement) =>
  [
    ["opening", opening.owed],
    ["earned", sums.earned],
    ["adjusted", sums.adjusted],
    ["paid", 0 - sums.paid],
    ["closing", closing.owed],
    ["cashBefore", opening.cashInHand],
    ["collected", sums.collectedCash],
    ["handedOver", 0 - sums.handedOver],
    ["cash", closing.cashInHand],
    ["otherwise", sums.collectedOtherwise],
  ] as const;
