import type { Draft } from "../phone-port";
import type { StopView } from "../protocol";
import type { Say } from "../words";
import { useTyped } from "./typed";
import { textOf } from "./use-draft";

type Props = { stop: StopView; shotIds: readonly string[]; t: Say };

/** For whoever comes here next. Folded away: most doors need no words. */
export const DoorFields = ({ stop, shotIds, t }: Props) => {
  const typed = useTyped("doorNote");
  return (
    <details className="field">
      <summary>{t("door.next")}</summary>
      <div className="field">
        <label htmlFor="doorNote">{t("door.note")}</label>
        <textarea
          id="doorNote"
          name="doorNote"
          rows={3}
          maxLength={200}
          defaultValue={typed ?? stop.doorNote ?? ""}
          placeholder={t("door.example")}
        />
      </div>
      {shotIds.length > 0 && (
        <fieldset className="choices">
          <legend>{t("door.which")}</legend>
          {["", ...shotIds].map((id, number) => (
            <label key={id}>
              <input type="radio" name="gatePhoto" value={id} defaultChecked={id === ""} />
              {id === "" ? t("door.none") : t("confirm.previewOf", { number })}
            </label>
          ))}
        </fieldset>
      )}
      <p className="hint">{t("door.why")}</p>
    </details>
  );
};

type Left = Required<Pick<Extract<Draft, { kind: "confirm" }>, "doorNote" | "gatePhotoId">>;

/** What is new of it; null: nothing. A note that was taken away is an empty one. */
export function doorOf(form: FormData, { doorNote }: Pick<StopView, "doorNote">): Left {
  const typed = textOf(form, "doorNote").replace(/\s+/g, " ");
  return { doorNote: typed === (doorNote ?? "") ? null : typed, gatePhotoId: textOf(form, "gatePhoto") || null };
}
