/** The order desk's filters, as they stand in its address. */
export const DESK_VIEWS = ["all", "attention", "to_deliver", "again", "out", "delivered", "invoiced", "cancelled"] as const;
export type DeskView = (typeof DESK_VIEWS)[number];
