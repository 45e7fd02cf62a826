import type { MoneyEvent, Outcome } from "~/domain/phone-event/event";
import { trueTimeOf } from "~/domain/phone-event/true-time";
import { PermanentFailure } from "~/ports/failures";
import type { Ports } from "~/ports/ports";
import type { PhoneEventRecord } from "~/ports/door-records";
import type { ShopStore } from "~/ports/store";
import { applySaid } from "~/workflows/settlement/say-of-money";

/**
 * What a courier said about money, worked out: cash that changed hands, yes or no to a statement. What can't be so any more is written down as
 * refused, with why. Part of the caller's transaction.
 */
export async function applyMoneyEvent(
  { clock }: Pick<Ports, "clock">,
  s: ShopStore,
  told: PhoneEventRecord & { event: MoneyEvent },
): Promise<Outcome> {
  const { event, courierId, receivedAt } = told;
  const { before: notBefore } = await s.besidePhoneEvent(told);
  const time = trueTimeOf(event.stamp, { receivedAt, notBefore });
  const outcome = await said(s, event, { courierId, at: time.at });
  await s.settlePhoneEvent(courierId, event.id, { outcome, appliedAt: clock.now(), time });
  return outcome;
}

/** Refused before anything is written, so that nothing has to be undone. */
async function said(s: ShopStore, event: MoneyEvent, who: { courierId: string; at: Date }): Promise<Outcome> {
  try {
    await applySaid(s, event, who);
    return { code: "applied" };
  } catch (error) {
    if (!(error instanceof PermanentFailure)) throw error;
    return { code: "money_refused", params: { why: error.code } };
  }
}
