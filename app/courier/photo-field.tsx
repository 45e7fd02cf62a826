import { useEffect, useState } from "react";
import type { Say } from "./words";

/** Opens the camera; shows what was taken. */
export function PhotoField({ t }: { t: Say }) {
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (preview) URL.revokeObjectURL(preview);
    },
    [preview],
  );
  return (
    <div className="field">
      <label className={preview ? "photo taken" : "photo"}>
        {preview && <img src={preview} alt={t("confirm.preview")} onError={() => setPreview(null)} />}
        <span>{t(preview ? "confirm.retake" : "confirm.photo")}</span>
        <input
          type="file"
          name="photo"
          accept="image/*"
          capture="environment"
          required
          onChange={({ currentTarget: { files } }) => setPreview(files?.[0] ? URL.createObjectURL(files[0]) : null)}
        />
      </label>
      <p className="hint">{t("confirm.photoHint")}</p>
    </div>
  );
}
