const RETURNED = "returned";

/** How the list's address says what was just told of (`?reported=`); back at the shop a delivery is on no list any more. */
export const reportedText = (deliveryId: string, isReturn: boolean): string => (isReturn ? `${RETURNED}.${deliveryId}` : deliveryId);

export type Reported = { deliveryId: string; isReturn: boolean };

export const reportedIn = (text: string): Reported => ({
  deliveryId: text.replace(/^returned\.?/, ""),
  isReturn: text.startsWith(RETURNED),
});
