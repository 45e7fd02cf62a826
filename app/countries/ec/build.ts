import type { DocumentInput } from "~/domain/document/document";
import type { BuiltDocument, Outcome } from "../pack";
import { creditNote } from "./credit-note";
import { dispatchGuide } from "./dispatch-guide";
import { invoice } from "./invoice";

/** The unsigned document of whatever type; throws RangeError when the series is another type's. */
export function build(input: DocumentInput): Outcome<BuiltDocument> {
  if (input.series.documentType !== input.kind) throw new RangeError(`a ${input.kind} in a series of ${input.series.documentType}`);
  switch (input.kind) {
    case "invoice":
      return invoice(input);
    case "credit_note":
      return creditNote(input);
    case "dispatch_guide":
      return dispatchGuide(input);
  }
}
