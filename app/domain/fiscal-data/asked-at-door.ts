import type { FiscalData } from "./fiscal-data";
import { fiscalDataProblems, isFinalConsumer } from "./problems";

/** Whether the courier asks the buyer for fiscal data: they must, or they may; null: there is nothing to ask. */
export type AskedAtDoor = "must" | "may" | null;

type Facts = {
  fiscalData: FiscalData | null;
  totalMinor: number;
  /** Up to where a final consumer may be invoiced. */
  finalConsumerMinor: number;
  /** Its invoice has its number: the buyer is named. */
  isNamed: boolean;
};

/**
 * What checkout left open is asked at the door (PRODUCT.md): the buyer's choice to stay a final consumer stands as far as the law lets it. What
 * they gave, and can be invoiced, is never asked again.
 */
export function askedAtDoor({ fiscalData, totalMinor, finalConsumerMinor, isNamed }: Facts): AskedAtDoor {
  if (isNamed) return null;
  const isAbove = totalMinor > finalConsumerMinor;
  if (fiscalData === null || fiscalDataProblems(fiscalData).length > 0) return isAbove ? "must" : "may";
  return isFinalConsumer(fiscalData) && isAbove ? "must" : null;
}
