import { formatMinor } from "~/domain/money/money";
import { readTypedAmount } from "~/domain/money/typed-amount";
import { ALWAYS } from "~/domain/rate/service";
import type { Say } from "./problems";

/** "3.50" or "3,50" in minor units; null where nothing is written. Says `negative`, `amount`, `ambiguous`. */
export function readAmount(say: Say, path: string, text: string, currency: string): number | null {
  if (text.trim() === "") return null;
  const read = readTypedAmount(text, currency);
  if (typeof read === "number") return read;
  say(path, /^\s*-\d/.test(text) ? "negative" : read === "ambiguous" ? read : "amount");
  return null;
}

/** The same, where something must be written. Says `required` too. */
export function readNeededAmount(say: Say, path: string, text: string, currency: string): number {
  if (text.trim() === "") say(path, "required");
  return readAmount(say, path, text, currency) ?? 0;
}

/** A whole number within its bounds. Says `whole`, `range` { least, most }. */
export function readWhole(say: Say, path: string, text: string, least: number, most: number): number {
  if (!/^\d{1,9}$/.test(text.trim())) say(path, "whole");
  else if (Number(text) < least || Number(text) > most) say(path, "range", { least, most });
  return Number(text) || 0;
}

/** A number with decimals; NaN where it is none. */
export const readDecimal = (text: string): number => (/^-?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) : NaN);

/** "14:30" as minutes of the day; `empty` where nothing is written. Says `time`. */
export function readTime(say: Say, path: string, text: string, empty: number): number {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text.trim());
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : empty;
  if ((text.trim() !== "" && !match) || minutes > ALWAYS) say(path, "time");
  return minutes;
}

export const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

export const amountText = (minor: number | null, currency: string): string => (minor === null ? "" : formatMinor(minor, currency));

/** The lines of a text; commas and semicolons part them too. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n,;]/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];
