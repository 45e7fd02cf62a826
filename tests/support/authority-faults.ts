import type { DocumentType } from "~/domain/document/document";

/** What the sandbox's authority is told to do to one call. */
export type Struck = { part: "ec-sri-reception" | "ec-sri-authorisation"; kind: string; code?: string; ms?: number; count?: number };
/** What a person finds: the code of what is asked of them, the authority's own code, and the number under which the next try gets through. */
export type Held = { under: string; code?: string; next: "same number" | "next number" };
/** How a document ends: authorised by itself, or held for a person first. */
export type Fault = { name: string; struck: Omit<Struck, "part">; held: Held | null };

const SLOWER_THAN_WE_WAIT_MS = 1_900;
const rejected = (code: string): Held => ({ under: "rejected", code, next: "same number" });
const TAKEN: Held = { under: "number_taken", next: "next number" };
const ANNULLED: Held = { under: "annulled_at_authority", next: "next number" };
const through = (name: string, struck: Fault["struck"]): Fault => ({ name, struck, held: null });
const returned = (code: string, held: Held | null = rejected(code)): Fault => ({
  name: `DEVUELTA ${code}`,
  struck: { kind: "reject", code },
  held,
});
const refused = (code: string, held: Held | null = rejected(code)): Fault => ({
  name: `NO AUTORIZADO ${code}`,
  struck: { kind: "reject", code },
  held,
});

const NO_ANSWER: Fault[] = [
  through("connection cut", { kind: "down", code: "reset" }),
  through("HTTP 503", { kind: "down" }),
  through("HTTP 500", { kind: "down", code: "500" }),
  through("slow", { kind: "slow", ms: SLOWER_THAN_WE_WAIT_MS }),
  through("answer lost", { kind: "timeout-after-accept", ms: SLOWER_THAN_WE_WAIT_MS }),
  through("HTML instead of SOAP", { kind: "garbled", code: "html" }),
  through("truncated answer", { kind: "garbled" }),
];

/** One call to reception fails so. */
export const SEND_FAULTS: Fault[] = [
  ...NO_ANSWER,
  through("empty answer, taken", { kind: "empty" }),
  through("empty answer, not taken", { kind: "empty", code: "lost" }),
  through("DEVUELTA 70, taken", { kind: "in-process" }),
  ...["43", "50"].map((code) => returned(code, null)),
  returned("45", TAKEN),
  ...["35", "39", "52", "65", "31415"].map((code) => returned(code)),
];

/** The question what became of a document fails so. */
export const QUERY_FAULTS: Fault[] = [
  ...NO_ANSWER,
  through("empty list", { kind: "empty" }),
  through("no content", { kind: "empty", code: "void" }),
  through("EN PROCESO", { kind: "in-process", code: "PPR" }),
  refused("50", null),
  refused("45", TAKEN),
  ...["39", "52", "65", "31415"].map((code) => refused(code)),
  { name: "ANULADO", struck: { kind: "annulled" }, held: ANNULLED },
];

/** How often one asks at once after a send: one answer more would hide a fault. */
const ASKED_AT_FIRST = 3;

/**
 * `crash`: where the process dies before the fault strikes. `first`: what the authority did before. `again`: who says "again" after that.
 * `asked`: how often it is asked at this moment.
 */
export type Moment = {
  name: string;
  crash?: "before the send" | "before the answer, lost" | "before the answer, arrived";
  first?: Struck[];
  again?: "by hand" | "in bulk";
  asked?: number;
};

const RETURNED: Struck = { part: "ec-sri-reception", kind: "reject", code: "35" };
const SEND_MOMENTS: Moment[] = [
  { name: "first send" },
  { name: "send after a crash between signing and sending", crash: "before the send" },
  { name: "send after a crash before the answer", crash: "before the answer, lost" },
  { name: "send after a retry by hand", first: [RETURNED], again: "by hand" },
  { name: "send after a bulk retry", first: [RETURNED], again: "in bulk" },
];
const QUERY_MOMENTS: Moment[] = [
  { name: "first query", asked: ASKED_AT_FIRST },
  { name: "query after a crash before the answer", crash: "before the answer, arrived" },
  { name: "query after EN PROCESO", first: [{ part: "ec-sri-authorisation", kind: "in-process", code: "PPR", count: ASKED_AT_FIRST }] },
  { name: "query after 70", first: [{ part: "ec-sri-reception", kind: "in-process" }], asked: ASKED_AT_FIRST },
];

const KINDS: DocumentType[] = ["invoice", "credit_note", "dispatch_guide"];

/** One cell of the table. `buyer` names its document, and nobody else's. */
export type Case = { kind: DocumentType; moment: Moment; fault: Fault; faults: Struck[]; buyer: string; name: string };

/** `npm run test:full` tries every cell; otherwise each fault strikes at every third moment, and each moment knows every third fault. */
const isTried = (moment: number, fault: number): boolean => Boolean(process.env.TEST_FULL) || (moment + fault) % 3 === 0;

const cells = (part: Struck["part"], kind: DocumentType, moments: Moment[], faults: Fault[]): Omit<Case, "buyer">[] =>
  moments.flatMap((moment, row) =>
    faults
      .filter((_fault, column) => isTried(row + KINDS.indexOf(kind), column))
      .map((fault) => ({
        kind,
        moment,
        fault,
        faults: [...(moment.first ?? []).map((struck) => ({ count: 1, ...struck })), strikingOften(part, moment, fault)],
        name: `${kind} · ${moment.name} · ${fault.name}`,
      })),
  );
/** A verdict stays, and what takes long need not strike three times. */
function strikingOften(part: Struck["part"], { asked = 1 }: Moment, { struck }: Fault): Struck {
  const isOnce = struck.ms !== undefined || struck.kind === "reject" || struck.kind === "annulled";
  return { part, count: isOnce ? 1 : asked, ...struck };
}
const [SEND, QUERY] = ["ec-sri-reception", "ec-sri-authorisation"] as const;

/** Every fault at every moment of an invoice; of the other kinds, which go the same way, every fault at the first send and the first query. */
export const CASES: Case[] = [
  ...cells(SEND, "invoice", SEND_MOMENTS, SEND_FAULTS),
  ...cells(QUERY, "invoice", QUERY_MOMENTS, QUERY_FAULTS),
  ...(["credit_note", "dispatch_guide"] as const).flatMap((kind) => [
    ...cells(SEND, kind, SEND_MOMENTS.slice(0, 1), SEND_FAULTS),
    ...cells(QUERY, kind, QUERY_MOMENTS.slice(0, 1), QUERY_FAULTS),
  ]),
].map((cell, n) => ({ ...cell, buyer: `Caso ${String(n).padStart(3, "0")}` }));
