import type { DocumentLine, DocumentTotals } from "~/domain/document/document";
import { addUp, totalsOf } from "~/domain/document/line-amounts";
import type { LineWords } from "~/domain/document/line-words";
import { remainderOf, type Remainder } from "~/domain/document/remainder";
import { takePart, type Wanted } from "~/domain/document/take-part";
import type { Refund } from "~/domain/order/refund";
import { adjustmentLines, grossLeft, reduceTo, restLines, withinPools } from "./adjustments";
import { everythingLeft, grossOf, refundedLines } from "./refunded-lines";

export type CreditRequest = {
  original: DocumentTotals;
  /** What was credited of it before. */
  credited: readonly DocumentTotals[];
  /** "everything": the original is taken back whole, as when the order is cancelled. */
  refund: Pick<Refund, "lines" | "shipping" | "adjustmentMinor"> | "everything";
  /** The order's. */
  taxesIncluded: boolean;
};

/** `beyondMinor`: what was given back but can't be credited, because the original has nothing left for it. */
export type Credit = { totals: DocumentTotals; beyondMinor: number };
export type CreditOutcome = { ok: true; value: Credit } | { ok: false; problem: { code: "nothing_to_credit" } };

/**
 * What a credit note says for a refund: its lines by quantity, shipping, and whatever else was given back as a line of its own over the
 * original's taxes; what was kept lowers the lines. Never more than is left of the original, by line and by tax, and the credit that takes
 * the last takes exactly the rest, tip included. `nothing_to_credit` where nothing is left or nothing was given back.
 */
export function creditTotals(request: CreditRequest, words: LineWords): CreditOutcome {
  const { original, credited } = request;
  const left = remainderOf(original, credited);
  const { lines, tipMinor, askedMinor } =
    request.refund === "everything" ? takeAll(left, words) : takeAsked(left, request, request.refund, words);
  if (lines.length === 0 && tipMinor === 0) return { ok: false, problem: { code: "nothing_to_credit" } };
  const part = takePart(left, lines, 0);
  const totals = totalsOf([...part.lines, ...tipLine(tipMinor, words)], 0);
  return { ok: true, value: { totals, beyondMinor: Math.max(0, askedMinor - totals.totalMinor) } };
}

type Taken = { lines: Wanted[]; tipMinor: number; askedMinor: number };

const takeAll = (left: Remainder, words: LineWords): Taken => takeRest(left, everythingLeft(left), 0, words);

function takeRest(left: Remainder, wanted: readonly Wanted[], askedMinor: number, words: LineWords): Taken {
  const lines = withinPools(left, wanted);
  return { lines: [...lines, ...restLines(left, lines, words)], tipMinor: left.tipMinor, askedMinor };
}

function takeAsked(
  left: Remainder,
  { credited, taxesIncluded }: CreditRequest,
  refund: Exclude<CreditRequest["refund"], "everything">,
  words: LineWords,
): Taken {
  const toleranceMinor = credited.length + 1;
  const asked = refundedLines(left, refund, { taxesIncluded, toleranceMinor });
  const adjustment = BigInt(refund.adjustmentMinor) + asked.unplaced;
  const wholeMinor = Number(asked.paid) + refund.adjustmentMinor;
  const missingMinor = grossLeft(left) - wholeMinor;
  if (missingMinor <= (takesEveryUnit(left, asked.wanted) ? left.lines.length * toleranceMinor : 0))
    return takeRest(left, asked.wanted, wholeMinor, words);
  const lines = withinPools(left, asked.wanted);
  if (adjustment < 0n) {
    const reduced = addUp(lines.map((line) => line.amount)) + adjustment;
    return {
      lines: reduceTo(reduced > 0n ? reduced : 0n, lines).filter((line) => grossOf(line) > 0n),
      tipMinor: 0,
      askedMinor: wholeMinor,
    };
  }
  const extra = adjustmentLines(left, lines, adjustment, words);
  const unplaced = Number(adjustment - addUp(extra.map(grossOf)));
  return { lines: [...lines, ...extra], tipMinor: Math.min(left.tipMinor, unplaced), askedMinor: wholeMinor };
}

const takesEveryUnit = ({ lines }: Remainder, wanted: readonly Wanted[]): boolean =>
  lines.every(({ line, quantity, amount, units }) => {
    const taken = wanted.find(({ ref }) => ref.kind === line.ref.kind && ref.id === line.ref.id);
    return quantity === 0 || (amount === 0n && units === 0) || (taken !== undefined && taken.quantity >= quantity);
  });

/** A credit note has no place for a tip: it is a line that isn't subject to value added tax. */
const tipLine = (tipMinor: number, words: LineWords): DocumentLine[] =>
  tipMinor === 0
    ? []
    : [
        {
          ref: { kind: "tip", id: "" },
          ...words.tip,
          quantity: 1,
          unitPriceMicros: BigInt(tipMinor) * 10_000n,
          discountMinor: 0,
          baseMinor: tipMinor,
          taxes: [{ tax: { kind: "vat", treatment: "not_subject", rateBasisPoints: 0 }, baseMinor: tipMinor, taxMinor: 0 }],
        },
      ];
