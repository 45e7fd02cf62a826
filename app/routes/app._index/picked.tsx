import { useState } from "react";
import { Button } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import type { Row } from "./order-row";

/** As many as the labels' page takes. */
const MOST_ORDERS = 50;

type Picked = ReadonlyMap<string, number>;

/** Orders that are ticked for their labels; they stay so while one pages and searches. Order → how many labels. */
export function usePicked() {
  const [picked, setPicked] = useState<Picked>(new Map());
  const toggle = ({ orderId, labels }: Pick<Row, "orderId" | "labels">) => {
    const next = new Map(picked);
    if (!next.delete(orderId) && next.size < MOST_ORDERS) next.set(orderId, labels);
    setPicked(next);
  };
  return { picked, toggle, clear: () => setPicked(new Map()) };
}

const urlOf = (picked: Picked): string =>
  `/app/orders/labels?${new URLSearchParams([...picked.keys()].map((orderId) => ["order", orderId]))}`;

/** What is ticked, and the way to its labels. */
export function PickedBar({ picked, onClear }: { picked: Picked; onClear: () => void }) {
  const t = useWords();
  const labels = [...picked.values()].reduce((sum, count) => sum + count, 0);
  return (
    <div role="status">
      {picked.size > 0 && (
        <div className="bim-picked">
          <span>
            {t("admin.desk.picked", { count: picked.size })} · {t("admin.desk.labels", { count: labels })}
          </span>
          <Button url={urlOf(picked)} variant="primary">
            {t("admin.labels.title")}
          </Button>
          <Button onClick={onClear}>{t("admin.desk.unpick")}</Button>
        </div>
      )}
    </div>
  );
}
