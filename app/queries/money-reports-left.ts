import { TRIES_UNTIL_TOLD } from "~/domain/phone-event/hindered";
import { formatMinor } from "~/domain/money/money";
import type { MoneyReportLeft } from "~/ports/door-records";
import type { Shop, Worded } from "~/ports/records";
import type { QueryPorts } from "./ports";

/** What a courier said about money and could not be counted; worded as the desk reads it. */
export type MoneyLeft = { courierId: string; worded: Worded };

/** Of all couriers, the oldest first. It goes by itself once it is through. */
export async function moneyReportsLeft({ store }: Pick<QueryPorts, "store">, { shop }: { shop: Pick<Shop, "id"> }): Promise<MoneyLeft[]> {
  const left = await store.of(shop.id).moneyReportsLeft(TRIES_UNTIL_TOLD);
  return left.map((one) => ({ courierId: one.courierId, worded: wordedOf(one) }));
}

function wordedOf({ courier, minor, currency, receivedAt }: MoneyReportLeft): Worded {
  const told = { courier, date: receivedAt.toISOString() };
  if (minor === null || currency === null) return { code: "statement_answer_hindered", params: told };
  return { code: "hand_over_hindered", params: { ...told, amount: `${currency} ${formatMinor(minor, currency)}` } };
}
