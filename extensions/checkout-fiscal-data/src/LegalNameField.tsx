import { useState } from "preact/hooks";
import { LONGEST } from "../../../app/domain/fiscal-data/fiscal-data";
import { t, typed } from "./host";
import type { FiscalForm } from "./use-fiscal-form";

/** Starts with the name checkout has (App Store rule 5.6.8: not asked twice) and says so. */
export function LegalNameField({ form }: { form: FiscalForm }) {
  const [left, setLeft] = useState(false);
  const { draft, knownName } = form;
  const name = draft.legalName ?? knownName;
  const missing = left && name.trim() === "";
  return (
    <s-stack gap="small-200">
      <s-text-field
        name="legalName"
        label={t(draft.idType === "ruc" ? "legalName.company" : "legalName.person")}
        value={name}
        required
        maxLength={LONGEST.legalName}
        error={missing ? t("legalName.required") : undefined}
        onInput={(event) => form.type({ legalName: typed(event) })}
        onChange={(event) => form.commit({ legalName: typed(event) })}
        onBlur={() => setLeft(true)}
      />
      {draft.legalName === null && knownName !== "" && <s-text color="subdued">{t("legalName.fromAddress")}</s-text>}
    </s-stack>
  );
}
