import { Link } from "@remix-run/react";
import type { DocumentState, DocumentType } from "~/domain/document/document";
import { Deadline, deadlineOf } from "./deadline";
import { DocumentBadge } from "./states";
import { useFormats, useWords } from "./words";
import { useAttention, type Worded } from "./worded";

type Row = {
  documentId: string;
  kind: DocumentType;
  orderId: string | null;
  orderName: string | null;
  courierId: string | null;
  customerName: string;
  state: DocumentState;
  number: string | null;
  currency: string;
  totalMinor: number;
  createdAt: string;
  dueAt: string | null;
  authorisedAt: string | null;
  mailedTo: string | null;
  attention: Worded | null;
  tries: number;
};

/** One fiscal document and, when it is stuck, the next step in words. */
export function DocumentRow({ row, now }: { row: Row; now: string }) {
  const t = useWords();
  const { money, age, dateTime } = useFormats();
  const said = useAttention();
  // A guide that another has replaced belongs to no run any more.
  const home = row.orderId ? `/app/orders/${row.orderId}` : row.courierId && `/app/couriers/${row.courierId}`;
  const problem = row.attention && said(row.attention, row.kind);
  return (
    <li className="bim-row">
      <div>
        {home ? (
          <Link to={home} className="bim-row-link">
            {row.number ?? t("admin.documents.unnumbered")}
          </Link>
        ) : (
          row.number
        )}
        <div className="bim-muted">{row.orderName ?? t(`states.kind.${row.kind}`)}</div>
      </div>
      <div className="bim-end">{row.kind !== "dispatch_guide" && money(row.totalMinor, row.currency)}</div>
      <div>
        <div>{row.customerName}</div>
        <div className="bim-muted">{row.mailedTo}</div>
      </div>
      <div className="bim-end">
        <DocumentBadge state={row.state} />
        <div className="bim-muted">{row.authorisedAt ? dateTime(row.authorisedAt) : age(row.createdAt, now)}</div>
        {row.dueAt && <Deadline dueAt={row.dueAt} now={now} of={deadlineOf(row)} />}
      </div>
      {problem && (
        <div className="bim-row-wide bim-attention">
          {problem.title}. {problem.next}
        </div>
      )}
    </li>
  );
}
