import type { Answer } from "~/countries/pack";
import { TransientFailure } from "~/ports/failures";
import type { DocumentRecord } from "~/ports/document-records";
import type { Worded } from "~/ports/records";
import { authorise } from "./authorise-document";
import { advance, type IssueNeeds } from "./document-step";

/** Nobody answered there; `tries`: how often by now. */
export const unreachable = ({ tries }: DocumentRecord): Worded => ({ code: "authority_unreachable", params: { tries: tries + 1 } });

/** Writes down what the authority said. No answer and "in process" are tried again by the queue, visibly. */
export async function settleAnswer(ports: IssueNeeds, shopId: string, document: DocumentRecord, ask: () => Promise<Answer>): Promise<void> {
  let answer: Answer;
  try {
    answer = await ask();
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    await advance(ports, shopId, document, "answer_unknown", {
      tries: document.tries + 1,
      attention: unreachable(document),
    });
    throw error;
  }
  const { messages } = answer;
  switch (answer.state) {
    case "authorised":
      return authorise(ports, shopId, document, answer);
    case "rejected": {
      const attention: Worded = answer.numberBurned
        ? { code: "number_taken", params: { number: document.number! } }
        : { code: "rejected", params: saidOf(document, answer) };
      return advance(ports, shopId, document, "rejected", { messages, attention });
    }
    case "annulled":
      return advance(ports, shopId, document, "voided", { messages, attention: annulled(document) });
    case "troubled": {
      const attention = { code: "authority_troubled", params: saidOf(document, answer) };
      await advance(ports, shopId, document, "answer_unknown", { messages, tries: document.tries + 1, attention });
      throw new TransientFailure(`${document.number}: the authority has trouble of its own (${answer.code})`);
    }
    case "pending":
    case "absent":
      await advance(ports, shopId, document, "sent", { messages, tries: document.tries + 1, attention: { code: "authority_in_process" } });
      throw new TransientFailure(`${document.number} is in process`);
  }
}

const annulled = ({ number }: DocumentRecord): Worded => ({ code: "annulled_at_authority", params: { number: number! } });

/** The code that decided, with the authority's own words; `country` and code find ours. */
function saidOf({ country }: DocumentRecord, { code, messages }: Extract<Answer, { code: string }>) {
  const said = messages.find((message) => message.code === code) ?? messages[0];
  return { country, code, text: said?.detail ?? said?.text ?? "" };
}
