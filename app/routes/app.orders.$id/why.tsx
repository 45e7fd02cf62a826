import { useReason, type Worded } from "~/ui/worded";
import { useWords } from "~/ui/words";

export type Assignment = Worded & {
  considered: { courierId: string; name: string; openStops: number; capacity: number; verdict: string }[];
};

/** What says by what the zone was found, and the sentence for it. */
const ZONE_BY = {
  place: "zone_by_place",
  pattern: "zone_by_postal",
  position: "zone_by_position",
  country: "zone_by_country",
  source: "known_by",
  read: "read_as",
};

/** Why this zone and this courier, or why none: the sentence, and every courier that was considered. */
export function Why({ assignment }: { assignment: Assignment }) {
  const t = useWords();
  const reason = useReason();
  const { params = {}, considered } = assignment;
  return (
    <div>
      <div>{reason(assignment)}</div>
      {Object.entries(ZONE_BY).map(([param, code]) =>
        params[param] === undefined ? null : (
          <div key={code} className="bim-muted">
            {reason({ code, params })}
          </div>
        ),
      )}
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
