import type { Answer, CountryPack } from "~/countries/pack";
import { TransientFailure } from "~/ports/failures";
import type { DocumentRecord } from "~/ports/document-records";
import { hold, type IssueNeeds } from "./document-step";
import { settleAnswer, unreachable } from "./settle-answer";

/** After a time-out or a crash: ask first; send the same bytes again only when the authority has never heard of them. */
export async function askThenSend(ports: IssueNeeds, pack: CountryPack, document: DocumentRecord): Promise<Answer> {
  const net = ports.authority(document.country);
  const answer = await pack.recover(document.accessKey!, environmentOf(document), net);
  return answer.state === "absent" ? pack.transmit(signedOf(document), environmentOf(document), net) : answer;
}

/**
 * Refused once and to be made anew: what was sent before under this number may have got through since (an answer came late, a copy was
 * underway). Only when the authority doesn't hold it may the number bear another key.
 */
export async function isKnownToAuthority(ports: IssueNeeds, pack: CountryPack, shopId: string, document: DocumentRecord): Promise<boolean> {
  let answer: Answer;
  try {
    answer = await pack.recover(document.accessKey!, environmentOf(document), ports.authority(document.country));
  } catch (error) {
    if (!(error instanceof TransientFailure)) throw error;
    await hold(ports, shopId, document, unreachable(document));
    throw error;
  }
  if (answer.state !== "authorised" && answer.state !== "pending" && answer.state !== "annulled") return false;
  await settleAnswer(ports, shopId, document, () => Promise.resolve(answer));
  return true;
}

/** What is sent, and sent again: the very bytes that were signed. */
export const signedOf = (document: DocumentRecord) => ({ xml: document.signedXml!, accessKey: document.accessKey! });
/** The authority's production, or its rehearsal. */
export const environmentOf = (document: DocumentRecord) => document.input!.issuer.environment;
