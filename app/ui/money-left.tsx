import { Link } from "@remix-run/react";
import { Attention } from "./attention";
import type { Worded } from "./worded";
import { useWords } from "./words";

type Left = { courierId: string; worded: Worded };

/** What couriers said about money and could not be counted, each with the way to its courier's cash; on that very page without. */
export function MoneyLeft({ left, isLinked = true }: { left: readonly Left[]; isLinked?: boolean }) {
  const t = useWords();
  return left.map(({ courierId, worded }) => (
    <Attention key={`${courierId} ${String(worded.params?.date)}`} worded={worded}>
      {isLinked && <Link to={`/app/couriers/${courierId}`}>{t("admin.couriers.moneyLeft")}</Link>}
    </Attention>
  ));
}
