import type { SaleOrder, Transaction } from "./order";

/** What is to be taken of one authorisation, in the shop currency's minor units. */
export type CaptureDue = { authorisationGid: string; minor: number };

/** All came in once; what was given back since is not taken again. */
const IS_SETTLED = new Set(["PAID", "PARTIALLY_REFUNDED", "REFUNDED"]);

type Paid = Pick<SaleOrder, "financialStatus" | "transactions" | "totalMinor" | "outstandingMinor">;

/**
 * The captures an order still owes itself: of each authorisation what is left of it, and in all no more than what is outstanding. Empty when
 * all is captured, also when an answer was lost; an earlier partial capture leaves the rest. Null when there is no money held at all.
 * `refusedMinor`: what of it nobody took, which nobody pays.
 */
export function capturesDue(sale: Paid, refusedMinor = 0): CaptureDue[] | null {
  const done = sale.transactions.filter(({ status }) => status === "SUCCESS");
  if (IS_SETTLED.has(sale.financialStatus)) return [];
  const held = done.filter(({ kind, gid }) => kind === "AUTHORIZATION" && !isLetGo(done, gid));
  if (held.length === 0) return null;
  let due = outstandingOf(sale, done) - refusedMinor;
  return held.flatMap(({ gid, amountMinor }) => {
    const minor = Math.min(due, amountMinor - takenOf(done, gid));
    if (minor <= 0) return [];
    due -= minor;
    return [{ authorisationGid: gid, minor }];
  });
}

const isLetGo = (done: Transaction[], gid: string): boolean => done.some(({ kind, parentGid }) => kind === "VOID" && parentGid === gid);

const sum = (transactions: Transaction[]): number => transactions.reduce((total, { amountMinor }) => total + amountMinor, 0);

const takenOf = (done: Transaction[], gid: string): number =>
  sum(done.filter(({ kind, parentGid }) => kind === "CAPTURE" && parentGid === gid));

/** Shopify calls what is merely authorised "transacted": then nothing is outstanding there although nothing came in. */
function outstandingOf({ outstandingMinor, totalMinor }: Paid, done: Transaction[]): number {
  if (outstandingMinor > 0) return outstandingMinor;
  const received =
    sum(done.filter(({ kind }) => kind === "SALE" || kind === "CAPTURE")) - sum(done.filter(({ kind }) => kind === "REFUND"));
  return totalMinor - received;
}
