import { FAILURE_NEXT, PHOTO_RULES, type FailureReason } from "~/domain/proof/failure-reasons";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { useWords } from "~/ui/words";

/** One reason: whether couriers see it, and behind a tap in which words, whether it wants a photo, and what becomes of the parcel. */
export function ReasonRow({ reason: { code, label, photo, next, isOn } }: { reason: FailureReason }) {
  const t = useWords();
  const isOwn = code.startsWith("own_");
  const usual = isOwn ? t("admin.settings.proof.own") : t(`reason.${code}`);
  return (
    <div role="group" aria-label={label || usual} className="bim-reason">
      <input type="hidden" name="reason" value={code} />
      <CheckInput name={`on.${code}`} label={label || usual} initial={isOn} />
      <details open={isOwn && label === ""}>
        <summary>{`${t(`admin.settings.proof.photoSays.${photo}`)} · ${t(`admin.settings.proof.nextStep.${next}`)}`}</summary>
        <div className="bim-reason-fields">
          <TextInput
            name={`label.${code}`}
            label={t("admin.settings.proof.label")}
            initial={label}
            maxLength={60}
            requiredIndicator={isOwn}
          />
          <SelectInput
            name={`photo.${code}`}
            label={t("admin.settings.proof.photo")}
            options={PHOTO_RULES.map((value) => ({ value, label: t(`admin.settings.proof.photoRule.${value}`) }))}
            initial={photo}
          />
          <SelectInput
            name={`next.${code}`}
            label={t("admin.settings.proof.next")}
            options={FAILURE_NEXT.map((value) => ({ value, label: t(`admin.settings.proof.nextStep.${value}`) }))}
            initial={next}
          />
        </div>
      </details>
    </div>
  );
}
