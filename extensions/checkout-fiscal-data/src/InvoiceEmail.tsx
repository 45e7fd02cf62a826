import { useState } from "preact/hooks";
import { LONGEST } from "../../../app/domain/fiscal-data/fiscal-data";
import { isEmailAddress } from "../../../app/domain/fiscal-data/problems";
import { t, ticked, typed } from "./host";
import type { FiscalForm } from "./use-fiscal-form";

/** Checkout has an e-mail already; another one is asked for only if the invoice shall go elsewhere. */
export function InvoiceEmail({ form }: { form: FiscalForm }) {
  const { otherEmail } = form.draft;
  return (
    <s-stack gap="small-200">
      <s-checkbox
        name="otherEmail"
        label={t("email.other")}
        checked={otherEmail}
        onChange={(event) => form.commit({ otherEmail: ticked(event) })}
      />
      {otherEmail && <EmailField form={form} />}
    </s-stack>
  );
}

function EmailField({ form }: { form: FiscalForm }) {
  const [left, setLeft] = useState(false);
  const { email } = form.draft;
  return (
    <s-email-field
      name="email"
      label={t("email.label")}
      value={email}
      maxLength={LONGEST.email}
      error={left && !isEmailAddress(email.trim()) ? t("email.invalid") : undefined}
      onInput={(event) => form.type({ email: typed(event) })}
      onChange={(event) => form.commit({ email: typed(event) })}
      onBlur={() => setLeft(true)}
    />
  );
}
