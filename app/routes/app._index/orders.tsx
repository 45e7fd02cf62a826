import { DESK_VIEWS } from "~/domain/order/desk-view";
import { Nothing, Tabs } from "~/ui/polaris";
import { Pages } from "~/ui/pages";
import { useWords } from "~/ui/words";
import { OrderRow, type Row } from "./order-row";
import { PickedBar, usePicked } from "./picked";

type Props = {
  rows: Row[];
  view: string;
  term: string;
  now: string;
  needAttention: number;
  paging: { page: number; pages: number; total: number };
};

const address = (view: string, term: string) => `/app?${new URLSearchParams({ view, ...(term ? { term } : {}) })}`;

/** The filtered list. An empty one says whether nothing matches or nothing has come yet. */
export function Orders({ rows, view, term, now, needAttention, paging }: Props) {
  const t = useWords();
  const tabs = DESK_VIEWS.map((id) => ({
    id,
    label: t(`admin.desk.view.${id}`),
    url: address(id, term),
    count: id === "attention" ? needAttention : undefined,
  }));
  const { picked, toggle, clear } = usePicked();
  const isFiltered = view !== "all" || term !== "";
  return (
    <>
      <Tabs tabs={tabs} selected={view} label={t("admin.desk.views")} />
      <PickedBar picked={picked} onClear={clear} />
      {rows.length === 0 ? (
        <Nothing
          title={t(isFiltered ? "admin.desk.noMatch" : "admin.desk.empty")}
          text={isFiltered ? undefined : t("admin.desk.emptyText")}
        />
      ) : (
        <ul className="bim-list bim-orders">
          {rows.map((row) => (
            <OrderRow key={row.orderId} row={row} now={now} isPicked={picked.has(row.orderId)} onPick={() => toggle(row)} />
          ))}
        </ul>
      )}
      <Pages {...paging} url={(page) => `${address(view, term)}&page=${page}`} />
    </>
  );
}
