import type { CountryPack, Problem } from "../../app/countries/pack.ts";
import type { DocumentTotals, InvoiceInput } from "../../app/domain/document/document.ts";
import type { IssuerFile } from "./read-files.ts";

/** What no authority of ours objects to. */
const SOUND: Record<string, string | null> = {
  ...{ taxId: "1790012345001", legalName: "X", mainAddress: "X", specialTaxpayer: null, withholdingAgent: null },
  ...{ establishment: "001", emissionPoint: "001" },
};

const NOTHING = {
  lines: [],
  groups: [],
  baseMinor: 0,
  discountMinor: 0,
  taxMinor: 0,
  tipMinor: 0,
  totalMinor: 0,
} as unknown as DocumentTotals;

/** Every field of issuer and series that the country refuses: it names the first, which is then taken as sound to see the next. */
export function issuerProblems(pack: CountryPack, { issuer, series }: IssuerFile): Problem[] {
  const { establishment, emissionPoint } = series;
  const key = { documentType: "invoice", establishment, emissionPoint, environment: issuer.environment } as const;
  const buyer = { idType: "final_consumer", idNumber: "9999999999999", legalName: "X", email: null, address: null, phone: null };
  const rest = { kind: "invoice" as const, buyer, totals: NOTHING, currency: pack.currency, payments: [], additional: {} };
  const problems: Problem[] = [];
  const sound: Record<string, string | null> = {};
  for (;;) {
    const input = { ...rest, issuer: { ...issuer, ...sound }, series: { ...key, ...sound }, sequence: 1, issueDate: "2026-01-01" };
    const built = pack.build({ ...input, randomCode: "00000000" } satisfies InvoiceInput);
    const field = built.ok ? "" : String(built.problem.params?.field ?? "");
    if (built.ok || !Object.hasOwn(SOUND, field) || Object.hasOwn(sound, field)) return problems;
    problems.push(built.problem);
    sound[field] = SOUND[field] ?? null;
  }
}
