import { useState } from "preact/hooks";
import { describeTaxIdCode, isError, isWarning } from "../../../app/domain/tax-id/describe";
import { checkDraftNumber, hasCompleteNumber } from "./draft";
import { t, typed } from "./host";
import type { FiscalForm } from "./use-fiscal-form";

/** Complains when the field is left or the number is complete, not while it is being typed. */
export function IdNumberField({ form }: { form: FiscalForm }) {
  const [left, setLeft] = useState(false);
  const { draft } = form;
  const code = checkDraftNumber(draft);
  const complain = isError(code) && (left || hasCompleteNumber(draft));
  return (
    <s-stack gap="small-200">
      <s-text-field
        name="idNumber"
        label={t(`idNumber.${draft.idType}`)}
        value={draft.idNumber}
        required
        maxLength={40}
        autocomplete="off"
        error={complain ? t(describeTaxIdCode(code)) : undefined}
        onInput={(event) => form.type({ idNumber: typed(event) })}
        onChange={(event) => form.commit({ idNumber: typed(event) })}
        onBlur={() => setLeft(true)}
      />
      {isWarning(code) && <s-text color="subdued">{t(describeTaxIdCode(code))}</s-text>}
    </s-stack>
  );
}
