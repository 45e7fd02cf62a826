import { MOST_PHOTOS } from "~/domain/phone-event/event";
import type { Say } from "../words";

type Props = { isWanted: boolean; isGalleryAllowed: boolean; of?: "confirm" | "return" | "fail"; t: Say };

/**
 * Where no script has taken over: the browser's own way to photos. A camera gives one at a time, so that there is a field for each of the others;
 * where the gallery is allowed, or a browser knows no camera, several are picked at once.
 */
export function FormPhoto({ isWanted, isGalleryAllowed, of = "confirm", t }: Props) {
  const camera = isGalleryAllowed ? {} : ({ capture: "environment" } as const);
  const field = { type: "file", name: "photo", accept: "image/*", multiple: true, ...camera } as const;
  return (
    <div className="field">
      <label className="photo">
        <span>{t(`${of}.photo`)}</span>
        <input {...field} required={isWanted} />
      </label>
      <p className="hint">{t(`${of}.photoHint`)}</p>
      <details className="field">
        <summary>{t("formPhoto.more", { count: MOST_PHOTOS })}</summary>
        {Array.from({ length: MOST_PHOTOS - 1 }, (_, at) => at + 2).map((number) => (
          <label key={number} className="photo">
            <span>{t("confirm.previewOf", { number })}</span>
            <input {...field} />
          </label>
        ))}
      </details>
    </div>
  );
}
