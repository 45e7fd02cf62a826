import { useReason, type Worded } from "~/ui/worded";
import { useWords } from "~/ui/words";

export type Assignment = Worded & {
  considered: { courierId: string; name: string; openStops: number; capacity: number; verdict: string }[];
};

/** Why this zone and this courier, or why none: the sentence, and every courier that was considered. */
export function Why({ assignment }: { assignment: Assignment }) {
  const t = useWords();
  const reason = useReason();
  const { params = {}, considered } = assignment;
  return (
    <div>
      <div>{reason(assignment)}</div>
      {params.place !== undefined && <div className="bim-muted">{reason({ code: "zone_by_place", params })}</div>}
      {params.pattern !== undefined && <div className="bim-muted">{reason({ code: "zone_by_postal", params })}</div>}
      {considered.length > 0 && (
        <details>
          <summary>{t("admin.order.considered", { count: considered.length })}</summary>
          <ul>
            {considered.map(({ courierId, name, openStops, capacity, verdict }) => (
              <li key={courierId}>
                {name}: {t(`reason.verdict.${verdict}`)}{" "}
                <span className="bim-muted">({t("admin.order.load", { openStops, capacity })})</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
