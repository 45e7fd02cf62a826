import type { SaleOrder } from "./order";

/** When the money that is only reserved can no longer be taken: the first open authorisation to expire; null where there is none. */
export function captureDeadline({ paymentType, transactions }: Pick<SaleOrder, "paymentType" | "transactions">): Date | null {
  if (paymentType !== "card_authorized") return null;
  const open = transactions.filter(
    ({ gid, kind, status }) => kind === "AUTHORIZATION" && status === "SUCCESS" && !transactions.some((one) => closes(one, gid)),
  );
  const expiries = open.flatMap(({ authorizationExpiresAt }) => (authorizationExpiresAt ? [Date.parse(authorizationExpiresAt)] : []));
  return expiries.length > 0 ? new Date(Math.min(...expiries)) : null;
}

const closes = ({ kind, status, parentGid }: SaleOrder["transactions"][number], gid: string): boolean =>
  (kind === "CAPTURE" || kind === "VOID") && status === "SUCCESS" && parentGid === gid;

const WARNED_BEFORE_MILLISECONDS = 2 * 86_400_000;

/** Whether less than two days are left. */
export const isCaptureUrgent = (expiresAt: Date, now: Date): boolean => expiresAt.getTime() - now.getTime() < WARNED_BEFORE_MILLISECONDS;
