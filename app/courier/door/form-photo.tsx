import type { Say } from "../words";

/** Where no script has taken over: the browser's own way to a photo. */
export const FormPhoto = ({ isWanted, of = "confirm", t }: { isWanted: boolean; of?: "confirm" | "return" | "fail"; t: Say }) => (
  <div className="field">
    <label className="photo">
      <span>{t(`${of}.photo`)}</span>
      <input type="file" name="photo" accept="image/*" capture="environment" required={isWanted} />
    </label>
    <p className="hint">{t(`${of}.photoHint`)}</p>
  </div>
);
