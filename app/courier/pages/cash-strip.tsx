import type { Locale } from "~/i18n/locale";
import type { CourierMoney } from "~/domain/settlement/courier-money";
import { amountText } from "../amount-text";
import type { Say } from "../words";
import { PageLink } from "./page-link";

type Props = { money: CourierMoney; list: string; locale: Locale; t: Say };

/** Cash in hand, always in sight, with how much of it they may have; leads to the account. */
export function CashStrip({ money: { balance, cashLimitMinor, currency }, list, locale, t }: Props) {
  const amount = (minor: number) => amountText({ minor, currency }, locale);
  const isOver = cashLimitMinor !== null && balance.cashInHand >= cashLimitMinor;
  return (
    <PageLink className={isOver ? "cash-strip over" : "cash-strip"} to={`${list}/money`}>
      <span>
        {t("money.cashInHand")}
        {cashLimitMinor !== null && (
          <span className="hint">{t(isOver ? "money.limitReached" : "money.limit", { limit: amount(cashLimitMinor) })}</span>
        )}
      </span>
      <strong>{amount(balance.cashInHand)}</strong>
    </PageLink>
  );
}
