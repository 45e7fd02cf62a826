import type { StopView } from "../protocol";
import type { Say } from "../words";

/** What whoever came before left for this door. The picture needs signal; the words don't. */
export const DoorNote = ({ stop: { doorNote, gatePhotoUrl }, t }: { stop: StopView; t: Say }) =>
  !doorNote && !gatePhotoUrl ? null : (
    <aside className="note door" aria-label={t("door.left")}>
      <strong>{t("door.left")}</strong>
      {doorNote && <p>{doorNote}</p>}
      {gatePhotoUrl && (
        <a href={gatePhotoUrl} target="_blank" rel="noreferrer">
          <img src={gatePhotoUrl} alt={t("door.gate")} loading="lazy" />
        </a>
      )}
    </aside>
  );
