import { Section } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import { useReason, type Worded } from "~/ui/worded";

type Event = { id: string; at: string; actor: string; type: string; from: string | null; to: string | null; reason: Worded | null };

/** Reasons that only repeat what the change itself says. */
const SAYS_THE_SAME = ["mailed", "written_back", "order_paid"];

/** Who did what, when and why; the newest first. */
export function Timeline({ events }: { events: Event[] }) {
  const t = useWords();
  return (
    <Section title={t("admin.order.events")}>
      <ol className="bim-timeline">
        {events.toReversed().map((event) => (
          <Entry key={event.id} event={event} />
        ))}
      </ol>
    </Section>
  );
}

function Entry({ event: { at, actor, type, from, to, reason } }: { event: Event }) {
  const t = useWords();
  const { dateTime } = useFormats();
  const why = useReason();
  const [kind = "", name = ""] = actor.split(/:(.*)/s);
  const of = type === "credit_note" || type === "dispatch_guide" ? type : "invoice";
  const isChange = from !== to;
  const adds = reason !== null && !SAYS_THE_SAME.includes(reason.code);
  return (
    <li>
      <div>
        {isChange || !reason
          ? t([`admin.event.${type}.${to}`, `admin.event.${type}.any`], { defaultValue: `${type} ${to ?? ""}` })
          : why(reason, of)}
      </div>
      {isChange && adds && <div>{why(reason, of)}</div>}
      <div className="bim-muted">
        {dateTime(at)} · {t(`admin.actor.${kind}`, { name, defaultValue: actor })}
      </div>
    </li>
  );
}
