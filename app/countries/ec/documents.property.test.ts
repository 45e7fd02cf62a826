import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect } from "vitest";
import { creditTotals, type CreditRequest } from "~/domain/credit/credit-totals";
import type { DocumentInput, DocumentTotals } from "~/domain/document/document";
import { documentTotals } from "~/domain/document/totals";
import { conformanceTest, readConformance } from "~/testing/conformance";
import { aCreditNoteInput, aDispatchGuideInput, anInvoiceInput, aRecipient } from "~/testing/ecuador";
import { generatedOrders } from "~/testing/generated-orders";
import { build } from "./build";
import { LINE_WORDS } from "./line-words";
import { taxLaw } from "./tax-law";

const RUNS = Number(process.env.FC_RUNS ?? 10_000);

/** The unsigned schemas import the signature's and never use it. */
function validating(path: string, run: (validate: (input: DocumentInput) => void) => void): void {
  const schema = XmlDocument.fromString(
    readConformance(path)
      .replace(/<xsd:import[^>]*>/, "")
      .replace('version="1.1"', 'version="1.0"'),
  );
  const validator = XsdValidator.fromDoc(schema);
  run((input) => {
    const built = build(input);
    if (!built.ok) throw new Error(JSON.stringify(built.problem));
    const document = XmlDocument.fromString(built.value.xml);
    try {
      validator.validate(document);
    } finally {
      document.dispose();
    }
  });
  validator.dispose();
  schema.dispose();
}

function totalsOf(order: Parameters<typeof documentTotals>[0]): DocumentTotals {
  const outcome = documentTotals(order, taxLaw("2026-11-23"), LINE_WORDS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

conformanceTest(
  "whatever Shopify sells, its factura holds to the schema",
  () => {
    validating("ec/xsd/factura_V1.1.0.xsd", (validate) => {
      fc.assert(
        fc.property(generatedOrders, (order) => validate(anInvoiceInput({ totals: totalsOf(order) }))),
        { numRuns: RUNS },
      );
    });
  },
  20_000 + 10 * RUNS,
);

conformanceTest(
  "and so does the nota de crédito of a part of it, and of the rest",
  () => {
    validating("ec/xsd/NotaCredito_V1.1.0.xsd", (validate) => {
      fc.assert(
        fc.property(generatedOrders, fc.integer({ min: 1, max: 50_000 }), ({ taxesIncluded, ...order }, amount) => {
          const original = totalsOf({ ...order, taxesIncluded });
          const credited: DocumentTotals[] = [];
          const refunds: CreditRequest["refund"][] = [{ lines: [], shipping: [], adjustmentMinor: amount }, "everything"];
          for (const refund of refunds) {
            const credit = creditTotals({ original, credited, refund, taxesIncluded }, LINE_WORDS);
            if (!credit.ok) continue;
            credited.push(credit.value.totals);
            validate(aCreditNoteInput({ totals: credit.value.totals }));
          }
          expect(credited.reduce((sum, each) => sum + each.totalMinor, 0)).toBe(original.totalMinor);
        }),
        { numRuns: RUNS },
      );
    });
  },
  20_000 + 10 * RUNS,
);

conformanceTest(
  "and the guía de remisión that takes it to its buyer",
  () => {
    validating("ec/xsd/GuiaRemision_V1.1.0.xsd", (validate) => {
      fc.assert(
        fc.property(fc.array(generatedOrders, { minLength: 1, maxLength: 5 }), (orders) => {
          const recipients = orders
            .map((order) => totalsOf(order).lines.filter(({ ref }) => ref.kind === "line"))
            .filter((lines) => lines.length > 0)
            .map((lines) => aRecipient({ lines }));
          fc.pre(recipients.length > 0);
          validate(aDispatchGuideInput({ recipients }));
        }),
        { numRuns: RUNS },
      );
    });
  },
  20_000 + 20 * RUNS,
);
