import { isFinalConsumer } from "../../../app/domain/fiscal-data/problems";
import { FinalConsumerNotice } from "./FinalConsumerNotice";
import { IdNumberField } from "./IdNumberField";
import { IdTypeSelect } from "./IdTypeSelect";
import { InvoiceEmail } from "./InvoiceEmail";
import { LegalNameField } from "./LegalNameField";
import { PaymentSummary } from "./PaymentSummary";
import { SaveStatus } from "./SaveStatus";
import { writablePlace } from "./cart";
import { host, t, useLive } from "./host";
import { useFiscalForm } from "./use-fiscal-form";

export function FiscalDataBlock() {
  const form = useFiscalForm();
  const writable = writablePlace(useLive(host().instructions)) !== null;
  return (
    <s-stack gap="base">
      <s-heading>{t("heading")}</s-heading>
      {writable ? <Fields form={form} /> : form.state === "idle" && <s-paragraph>{t("status.unavailable")}</s-paragraph>}
      <SaveStatus state={form.state} onRetry={form.retry} />
    </s-stack>
  );
}

function Fields({ form }: { form: ReturnType<typeof useFiscalForm> }) {
  return (
    <s-stack gap="base">
      <IdTypeSelect form={form} />
      {isFinalConsumer(form.draft) ? (
        <FinalConsumerNotice />
      ) : (
        <>
          {/* Another type is another field: its complaints start anew. */}
          <IdNumberField key={form.draft.idType} form={form} />
          <LegalNameField form={form} />
        </>
      )}
      <InvoiceEmail form={form} />
      <PaymentSummary />
    </s-stack>
  );
}
