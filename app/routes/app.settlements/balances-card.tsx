import { Link } from "@remix-run/react";
import { Badge, Card, Nothing } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Courier = { id: string; name: string; active: boolean; owed: number; cashInHand: number };

/** Every courier with what the shop owes them and the cash that they have. */
export function BalancesCard({ couriers, currency }: { couriers: Courier[]; currency: string }) {
  const t = useWords();
  const { money } = useFormats();
  if (couriers.length === 0)
    return (
      <Card>
        <Nothing title={t("admin.settlements.empty")} action={{ content: t("admin.couriers.add"), url: "/app/couriers/new" }} />
      </Card>
    );
  return (
    <Card padding="0">
      <ul className="bim-list bim-settlements">
        {couriers.map(({ id, name, active, owed, cashInHand }) => (
          <li key={id} className="bim-row">
            <div>
              <Link to={`/app/settlements?courier=${id}`} className="bim-row-link">
                {name}
              </Link>{" "}
              {!active && <Badge>{t("states.inactive")}</Badge>}
            </div>
            <div>
              <div className="bim-muted">{t("admin.settlements.fact.closing")}</div>
              {money(owed, currency)}
            </div>
            <div className="bim-end">
              <div className="bim-muted">{t("admin.settlements.fact.cash")}</div>
              {money(cashInHand, currency)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
