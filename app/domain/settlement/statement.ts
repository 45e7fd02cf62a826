import { balanceOf, plus, sumsOf, type Balance, type Sums } from "./balance";
import type { Entry } from "./entry";

/** An entry as a statement has it. `day`: yyyy-mm-dd in the shop's zone; `order`: the order's name. */
export type StatementLine = Pick<Entry, "kind" | "minor" | "how" | "basis" | "reason"> & { id: string; day: string; order: string | null };

/** What a statement is about. `from` null: since the beginning. */
export type Period = { from: string | null; until: string };

/** What a courier earned, collected, handed over and was paid in a period, and what was open before and after it; minor units. */
export type Statement = {
  version: 1;
  number: number;
  shop: string;
  courier: string;
  currency: string;
  period: Period;
  opening: Balance;
  sums: Sums;
  closing: Balance;
  lines: StatementLine[];
};

type Told = Pick<Statement, "number" | "shop" | "courier" | "currency" | "period" | "opening"> & { lines: readonly StatementLine[] };

/** The same entries make the same statement, in whatever order they come. */
export function statementOf({ lines, ...told }: Told): Statement {
  const sums = sumsOf(lines);
  const { number, shop, courier, currency, period, opening } = told;
  const closing = plus(opening, balanceOf(sums));
  const inOrder = [...lines].sort((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id));
  return { version: 1, number, shop, courier, currency, period, opening, sums, closing, lines: inOrder };
}

/** The bytes that are frozen, hashed and countersigned: keys in one order, so that a statement has one text only. */
export const statementText = (statement: Statement): string => JSON.stringify(sorted(statement));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};
