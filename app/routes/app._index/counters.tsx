import { Link } from "@remix-run/react";
import { useWords } from "~/ui/words";

type Props = { counters: { toDeliver: number; out: number; deliveredToday: number; invoicedToday: number; needAttention: number } };

/** Today at a glance; each figure opens its orders. */
export function Counters({ counters }: Props) {
  const t = useWords();
  const figures: [label: string, value: number, view: string][] = [
    ["needAttention", counters.needAttention, "attention"],
    ["toDeliver", counters.toDeliver, "to_deliver"],
    ["out", counters.out, "out"],
    ["deliveredToday", counters.deliveredToday, "delivered"],
    ["invoicedToday", counters.invoicedToday, "invoiced"],
  ];
  return (
    <div className="bim-counters">
      {figures.map(([label, value, view]) => (
        <Link key={label} to={`/app?view=${view}`} className="bim-counter" data-alarm={label === "needAttention" && value > 0}>
          <strong>{value}</strong>
          <span>{t(`admin.desk.counter.${label}`)}</span>
        </Link>
      ))}
    </div>
  );
}
