import { Link } from "@remix-run/react";
import type { DeliveryState } from "~/domain/delivery/states";
import type { WayMethod } from "~/domain/order/way";
import type { DocumentState } from "~/domain/document/document";
import { DeliveryBadge, DocumentBadge, PaymentBadge, ReturnBadge } from "~/ui/states";
import { useAttention, type Worded } from "~/ui/worded";
import { useFormats, useWords } from "~/ui/words";

export type Row = {
  orderId: string;
  name: string;
  placedAt: string;
  customerName: string;
  city: string | null;
  paymentType: string;
  currency: string;
  totalMinor: number;
  zone: string | null;
  courier: string | null;
  deliveryState: DeliveryState | null;
  deliveryMethod: WayMethod | null;
  reattemptOn: string | null;
  awaitsPhoto: boolean;
  deliveries: number;
  labels: number;
  returnState: DeliveryState | null;
  documentState: DocumentState | null;
  documentNumber: string | null;
  attention: Worded | null;
  needsAttention: boolean;
};

/** One order: who, how much, where it is, what its invoice says, and in amber what somebody must do. */
export function OrderRow({ row, now, isPicked, onPick }: { row: Row; now: string; isPicked: boolean; onPick: () => void }) {
  const t = useWords();
  const { money, age, fiscalDate } = useFormats();
  const attention = useAttention();
  return (
    <li className="bim-row">
      <div>
        {row.labels > 0 && (
          <label className="bim-pick">
            <input type="checkbox" checked={isPicked} onChange={onPick} aria-label={t("admin.desk.pick", { order: row.name })} />
          </label>
        )}
        <Link to={`/app/orders/${row.orderId}`} className="bim-row-link">
          {row.name}
        </Link>{" "}
        <span className="bim-muted">{age(row.placedAt, now)}</span>
        <div>{row.customerName}</div>
      </div>
      <div className="bim-end-phone">
        <div>{money(row.totalMinor, row.currency)}</div>
        <PaymentBadge type={row.paymentType} />
      </div>
      <div>
        <div>{row.zone ?? row.city ?? "—"}</div>
        <div className="bim-muted">{row.courier ?? t(`admin.desk.without.${row.deliveryMethod ?? "courier"}`)}</div>
      </div>
      <div className="bim-badges">
        {row.deliveryState && <DeliveryBadge state={row.deliveryState} method={row.deliveryMethod} />}
        {row.reattemptOn && <span className="bim-muted">{t("admin.desk.wantedOn", { date: fiscalDate(row.reattemptOn) })}</span>}
        {row.awaitsPhoto && <span className="bim-muted">{t("admin.order.photoOnItsWay")}</span>}
        {row.deliveries > 1 && <span className="bim-muted">{t("admin.desk.deliveries", { count: row.deliveries })}</span>}
        {row.labels > 1 && <span className="bim-muted">{t("admin.desk.parcels", { count: row.labels })}</span>}
        {row.returnState && (
          <>
            <span className="bim-muted">{t("admin.desk.return")}</span>
            <ReturnBadge state={row.returnState} owesRest />
          </>
        )}
        {row.documentState ? <DocumentBadge state={row.documentState} /> : <span className="bim-muted">{t("states.document.none")}</span>}
      </div>
      {row.documentNumber && <div className="bim-muted bim-number">{row.documentNumber}</div>}
      {row.needsAttention && row.attention && <div className="bim-row-wide bim-attention">{attention(row.attention).title}</div>}
    </li>
  );
}
