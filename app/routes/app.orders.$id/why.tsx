import type { Considered } from "~/domain/assignment/choice";
import { useReason, type Worded } from "~/ui/worded";
import { useFormats, useWords } from "~/ui/words";

export type Assignment = Worded & { considered: Considered[] };

/** What says by what the zone was found, and the sentence for it. */
const ZONE_BY = {
  place: "zone_by_place",
  pattern: "zone_by_postal",
  position: "zone_by_position",
  country: "zone_by_country",
  source: "known_by",
  read: "read_as",
};

/** Why this zone and this courier, or why none: the sentence (unless it stands above already), and every courier that was considered. */
export function Why({ assignment, isSaid }: { assignment: Assignment; isSaid: boolean }) {
  const t = useWords();
  const reason = useReason();
  const { params = {}, considered } = assignment;
  return (
    <div>
      {!isSaid && <div>{reason(assignment)}</div>}
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
            {[...considered].sort(chosenFirst).map((one) => (
              <Courier key={one.courierId} considered={one} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const chosenFirst = (a: Considered, b: Considered): number => Number(b.verdict === "chosen") - Number(a.verdict === "chosen");

/** Why this one (not), with the figures it goes by and, where it is known, when that ends. */
function Courier({ considered: { name, openStops, capacity, verdict, params } }: { considered: Considered }) {
  const t = useWords();
  const { dateTime } = useFormats();
  const notes = [t("admin.order.load", { openStops, capacity })];
  if (params?.freeFrom) notes.push(t("admin.order.free", { date: dateTime(String(params.freeFrom)) }));
  return (
    <li>
      {name}: {t(`reason.verdict.${verdict}`, { ...params })} <span className="bim-muted">({notes.join("; ")})</span>
    </li>
  );
}
