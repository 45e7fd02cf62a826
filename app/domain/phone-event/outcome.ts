import type { OutcomeCode } from "./event";

/** What took effect on the delivery itself; everything else was written down beside what stands, or was not needed. */
export const EFFECTIVE: readonly OutcomeCode[] = ["applied", "taken_over", "delivered_after_cancel", "set_out_without_guide"];
