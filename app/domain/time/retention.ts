/** Ecuador keeps accounting records and what supports them for seven years. Whatever shows a fiscal document lasts as long. */
const FISCAL_DOCUMENT_YEARS = 7;

/** The instant until which a fiscal document authorised at another one is kept and can be opened. */
export function documentKeptUntil(authorisedAt: Date): Date {
  const until = new Date(authorisedAt);
  until.setUTCFullYear(until.getUTCFullYear() + FISCAL_DOCUMENT_YEARS);
  return until;
}
