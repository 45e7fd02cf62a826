/** What a person is told, by its code. */
type Marked = { code: string };

/** Settles itself, or costs nothing to leave: it is only told. */
const NOTICES = [
  "no_zone_price",
  "shipping_not_charged",
  "price_differs",
  "order_edit_no_scope",
  "order_edit_refused",
  "zones_equal",
  "cash_not_allowed",
  "collected_more",
  "collected_untold",
  "mail_delayed",
  "authority_in_process",
  "authority_troubled",
  "authority_unreachable",
  "nothing_left_to_invoice",
  "photo_missing",
  "photo_refused",
  "fetched_photo_missing",
  "attempt_unphotographed",
  "return_unphotographed",
  "fetched_unphotographed",
];
/** The Shopify order does not say what is so: nobody is kept from anything. */
const UNTOLD = ["shopify_refused"];
/** The buyer has not got what is theirs by law. */
const UNSENT = ["mail_refused", "buyer_email_missing"];

/** How much something weighs; what is in no list stops the order or its document, and weighs most. */
const weightOf = ({ code }: Marked): number => [NOTICES, UNTOLD, UNSENT].findIndex((codes) => codes.includes(code)) + 1 || 4;

/**
 * Which of two things a person sees where there is room for one: the weightier, of equals the one found now. What gives way comes back when
 * it is found again: its job, or the sweep, tries on.
 */
export function weightier<M extends Marked>(marked: M | null, found: M): M;
export function weightier<M extends Marked>(marked: M | null, found: M | null): M | null;
export function weightier<M extends Marked>(marked: M | null, found: M | null): M | null {
  if (!marked || !found) return marked ?? found;
  return weightOf(found) >= weightOf(marked) ? found : marked;
}
