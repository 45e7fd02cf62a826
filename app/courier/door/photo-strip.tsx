import { MOST_PHOTOS } from "~/domain/phone-event/event";
import { useState } from "react";
import { isNoRoom, tellNotKept } from "../not-kept";
import { useFocusBack } from "../pages/focus-back";
import { Icon } from "../pages/icon";
import { ProblemNote } from "../pages/problem-note";
import type { Problem } from "../problem";
import type { Say } from "../words";
import { isDecided, type Kept, type Shots } from "./use-shots";

type Props = { shots: Shots; isGalleryAllowed: boolean; hint: string; label?: string; t: Say };

/** Up to six photos; each is looked at on the phone, and a doubtful one is taken again or kept with a reason. */
export function PhotoStrip({ shots, isGalleryAllowed, hint, label, t }: Props) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const count = shots.shots.length;
  const { place, leave, onBlur } = useFocusBack<HTMLDivElement>(shots.isTaking, "input:enabled");
  async function take(file: File): Promise<void> {
    setProblem(null);
    leave(null);
    try {
      await shots.take(file);
    } catch (error) {
      tellNotTaken(error, setProblem);
    }
  }
  const remove = (shotId: string) => {
    leave(null);
    shots.drop(shotId).catch((error: unknown) => tellNotKept(error, setProblem));
  };
  return (
    <div className="field photos" ref={place} onBlur={onBlur}>
      <p className="for-readers" role="status">
        {shots.isTaking ? t("preparing") : count > 0 ? t("confirm.taken", { count }) : ""}
      </p>
      {count > 0 && (
        <ul className="strip">
          {shots.shots.map((shot, at) => (
            <Picture key={shot.shotId} shot={shot} number={at + 1} keep={shots.keep} remove={remove} t={t} />
          ))}
        </ul>
      )}
      {problem && <ProblemNote problem={problem} t={t} />}
      {count < MOST_PHOTOS && (
        <label className={count === 0 ? "photo" : "photo more"} aria-busy={shots.isTaking}>
          <Icon name="camera" />
          <span>{shots.isTaking ? t("preparing") : count > 0 ? t("confirm.another") : (label ?? t("confirm.photo"))}</span>
          <FileField isCamera isBusy={shots.isTaking} take={take} />
        </label>
      )}
      {isGalleryAllowed && count < MOST_PHOTOS && (
        <label className="photo more">
          <span>{t("confirm.gallery")}</span>
          <FileField isCamera={false} isBusy={shots.isTaking} take={take} />
        </label>
      )}
      {count === 0 && <p className="hint">{hint}</p>}
    </div>
  );
}

type FileProps = { isCamera: boolean; isBusy: boolean; take: (file: File) => Promise<void> };

const FileField = ({ isCamera, isBusy, take }: FileProps) => (
  <input
    type="file"
    accept="image/*"
    {...(isCamera ? { capture: "environment" as const } : {})}
    disabled={isBusy}
    onChange={({ currentTarget }) => {
      const [file] = currentTarget.files ?? [];
      // The same file may be chosen again.
      currentTarget.value = "";
      if (file) void take(file);
    }}
  />
);

/** What the phone could not do with a photo, in words. */
function tellNotTaken(error: unknown, tell: (problem: Problem) => void): void {
  if (isNoRoom(error)) tell({ code: "phone_full" });
  else if (error instanceof Error && error.name === "UnreadablePhoto" && "why" in error)
    tell({ code: "photo_unreadable", why: String(error.why) });
  else tellNotKept(error, tell);
}

const BECAUSE = ["only_way", "dark_place", "right_place"] as const;

type PictureProps = { shot: Kept; number: number; keep: Shots["keep"]; remove: (shotId: string) => void; t: Say };

function Picture({ shot, number, keep, remove, t }: PictureProps) {
  const picture = t("confirm.previewOf", { number });
  return (
    <li className={isDecided(shot) ? "shot" : "shot doubtful"}>
      <img src={shot.previewUrl} alt={picture} />
      {shot.doubts.length > 0 && (
        <div className="doubt" role="alert">
          <p>{shot.doubts.map((doubt) => t(`doubt.${doubt}`)).join(" ")}</p>
          {shot.because === null ? (
            <div className="chips">
              <button type="button" className="again" onClick={() => remove(shot.shotId)}>
                {t("confirm.retake")}
              </button>
              {BECAUSE.map((reason) => (
                <button key={reason} type="button" onClick={() => keep(shot.shotId, t(`because.${reason}`))}>
                  {t(`because.${reason}`)}
                </button>
              ))}
            </div>
          ) : (
            <p className="hint">{t("confirm.keptBecause", { reason: shot.because })}</p>
          )}
        </div>
      )}
      {isDecided(shot) && (
        <button
          type="button"
          className="button quiet small"
          aria-label={`${t("confirm.remove")}: ${picture}`}
          onClick={() => remove(shot.shotId)}
        >
          {t("confirm.remove")}
        </button>
      )}
    </li>
  );
}
