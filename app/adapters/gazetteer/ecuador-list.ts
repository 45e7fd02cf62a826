import { ECUADOR_PARISHES } from "./ecuador-parishes";
import { ECUADOR_SECTORS } from "./ecuador-sectors";

export type Listed = { name: string; lesser: string[] };
/** A canton of the state's list; the first of its parishes is its seat. Urban parishes that lie apart from the city count as parishes. */
export type ListedCanton = { code: string; name: string; parishes: Listed[]; quarters: Listed[] };
/** What lies in a parish, or where none of the name is in the canton, in the canton. */
export type ListedSectors = { code: string; parish: string; sectors: Listed[] };

const LINE = /^(\d{4}) ([^:]+): ([^|]+?)(?: \| (.+))?$/;
const linesOf = (text: string) => text.trim().split("\n").map(readLine);

/** "0102 Girón: Girón, Asunción | …" */
function readLine(line: string): { code: string; name: string; first: Listed[]; second: Listed[] } {
  const [, code, name, first, second = ""] = LINE.exec(line) ?? [];
  if (!code || !name || !first) throw new Error(`Not a line of the list: ${line}`);
  return { code, name, first: readNames(first), second: readNames(second) };
}

/** "Olmedo (Pesillo), Otón" */
const readNames = (text: string): Listed[] =>
  text
    .split(", ")
    .filter(Boolean)
    .map((one) => {
      const [, name = one, lesser] = /^([^(]+) \((.+)\)$/.exec(one) ?? [];
      return { name, lesser: lesser ? lesser.split("; ") : [] };
    });

export const listedCantons = (): ListedCanton[] =>
  linesOf(ECUADOR_PARISHES).map(({ code, name, first, second }) => {
    const apart = second.filter(liesApart).map((one) => ({ name: one.name, lesser: [] }));
    return { code, name, parishes: [...first, ...apart], quarters: second.filter((one) => !liesApart(one)) };
  });

const liesApart = ({ lesser }: Listed): boolean => lesser.includes("Satélite");

export const listedSectors = (): ListedSectors[] =>
  linesOf(ECUADOR_SECTORS).map(({ code, name, first }) => ({ code, parish: name, sectors: first }));
