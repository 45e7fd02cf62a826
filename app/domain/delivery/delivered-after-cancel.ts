/** It was cancelled at the desk, and the courier had delivered it: money and document wait for a person. */
export const DELIVERED_AFTER_CANCEL = "delivered_after_cancel";
