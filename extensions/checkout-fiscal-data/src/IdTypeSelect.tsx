import { ID_TYPES } from "./draft";
import { t, typed } from "./host";
import type { FiscalForm } from "./use-fiscal-form";

export function IdTypeSelect({ form }: { form: FiscalForm }) {
  return (
    <s-select name="idType" label={t("idType.label")} value={form.draft.idType} onChange={(event) => form.commit({ idType: typed(event) })}>
      {ID_TYPES.map((idType) => (
        <s-option key={idType} value={idType}>
          {t(`idType.${idType}`)}
        </s-option>
      ))}
    </s-select>
  );
}
