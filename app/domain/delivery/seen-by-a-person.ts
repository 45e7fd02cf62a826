/** Marks of a delivery that only say something: whoever has seen them takes them away. */
export const SEEN_BY_A_PERSON: readonly string[] = [
  "delivered_twice",
  "set_out_without_guide",
  "set_out_short",
  "handed_over_short",
  "undone_after_payment",
  "undo_after_invoice",
  "undo_of_final_consumer",
  "return_short",
  "return_cancelled_fetched",
  "attempt_unphotographed",
  "return_unphotographed",
  "fetched_unphotographed",
];
