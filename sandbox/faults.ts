import { z } from "zod";
import type { FieldError } from "./http.ts";

export const parts = ["shopify-api", "shopify-webhooks", "shopify-carrier", "ec-sri-reception", "ec-sri-authorisation", "smtp"] as const;
export const kinds = [
  "down",
  "slow",
  "throttled",
  "timeout-after-accept",
  "reject",
  "in-process",
  "empty",
  "garbled",
  "annulled",
  "duplicate",
  "reorder",
  "drop",
] as const;

const faultSchema = z.strictObject({
  part: z.enum(parts),
  kind: z.enum(kinds),
  /** The part's own code, such as SRI's 45 or SMTP's 550. */
  code: z
    .union([z.string().min(1).max(40), z.number().int()])
    .transform(String)
    .optional(),
  /** How often it strikes; absent: until the faults are cleared. */
  count: z.number().int().min(1).optional(),
  ms: z.number().int().min(0).max(600_000).optional(),
  /** Strikes only what carries this text, such as a buyer's name or an access key; absent: everything. The tax authority and Shopify's Admin API know it. */
  about: z.string().min(1).max(200).optional(),
});

export type Fault = z.infer<typeof faultSchema>;
export type FaultPart = Fault["part"];
export type FaultKind = Fault["kind"];

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  list(): Fault[];
  /** The fault that strikes now, the oldest first; each call uses up one of its `count`. Given kinds, only those are taken. */
  take(part: FaultPart, ...only: FaultKind[]): Fault | undefined;
  /** The same for a call that carries a text: faults about something else pass it by. */
  takeFor(text: string, part: FaultPart, ...only: FaultKind[]): Fault | undefined;
}

/** Whether a fault strikes what carries a text. */
export const isAbout = ({ about }: Fault, text: string): boolean => about === undefined || text.includes(about);

export function createFaults(): Faults {
  let active: Fault[] = [];
  const takeFor: Faults["takeFor"] = (text, part, ...only) => {
    const fault = active.find((one) => one.part === part && isAbout(one, text) && (only.length === 0 || only.includes(one.kind)));
    if (fault?.count !== undefined && --fault.count === 0) active = active.filter((one) => one !== fault);
    return fault && { ...fault };
  };
  return {
    add: (fault) => void active.push({ ...fault }),
    clear: () => void (active = []),
    list: () => active.map((fault) => ({ ...fault })),
    take: (part, ...only) => takeFor("", part, ...only),
    takeFor,
  };
}

/** Reads the body of `POST /sandbox/faults`. */
export function parseFault(body: unknown): { fault: Fault } | { errors: FieldError[] } {
  const parsed = faultSchema.safeParse(body);
  if (parsed.success) return { fault: parsed.data };
  return { errors: parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message })) };
}
