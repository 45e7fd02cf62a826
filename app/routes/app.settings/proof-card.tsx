import { useState } from "react";
import type { FailureReason } from "~/domain/proof/failure-reasons";
import { DEMANDS, type ProofRules } from "~/domain/proof/rules";
import { useFieldError } from "~/ui/form/errors";
import { CheckInput, SelectInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, Button, FormLayout, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { ReasonRow } from "./reason-row";

const ASKED = ["relation", "recipientId", "signature", "pin"] as const;

/** What proves a delivery beside its photo, and why an attempt may fail. */
export function ProofCard({ rules, reasons }: { rules: ProofRules; reasons: FailureReason[] }) {
  const t = useWords();
  return (
    <div id="proof">
      <Section title={t("admin.settings.proof.title")}>
        <IntentForm intent="proof" submit={t("admin.save")}>
          <FormLayout>
            <Text as="p" tone="subdued">
              {t("admin.settings.proof.text")}
            </Text>
            <CheckInput
              name="isGalleryAllowed"
              label={t("admin.settings.proof.gallery")}
              help={t("admin.settings.proof.galleryHelp")}
              initial={rules.isGalleryAllowed}
            />
            <CheckInput
              name="isScanWanted"
              label={t("admin.settings.proof.scan")}
              help={t("admin.settings.proof.scanHelp")}
              initial={rules.isScanWanted === true}
            />
            {ASKED.map((what) => (
              <SelectInput
                key={what}
                name={what}
                label={t(`admin.settings.proof.asked.${what}`)}
                help={t(`admin.settings.proof.help.${what}`)}
                options={DEMANDS.map((value) => ({ value, label: t(`admin.settings.proof.demand.${value}`) }))}
                initial={rules[what]}
              />
            ))}
            <TextInput
              name="radiusMetres"
              label={t("admin.settings.proof.radius")}
              help={t("admin.settings.proof.radiusHelp")}
              initial={rules.radiusMetres}
              inputMode="numeric"
              suffix="m"
              maxLength={6}
            />
            <TextInput
              name="undoSeconds"
              label={t("admin.settings.proof.undo")}
              help={t("admin.settings.proof.undoHelp")}
              initial={rules.undoSeconds}
              inputMode="numeric"
              suffix="s"
              maxLength={4}
            />
            <Reasons reasons={reasons} />
          </FormLayout>
        </IntentForm>
      </Section>
    </div>
  );
}

function Reasons({ reasons }: { reasons: FailureReason[] }) {
  const t = useWords();
  const [added, setAdded] = useState<FailureReason[]>([]);
  const problem = useFieldError("reasons", "");
  const add = () => setAdded((before) => [...before, { code: newCode(), label: "", photo: "asked", next: "ask", isOn: true }]);
  const kept = new Set(reasons.map(({ code }) => code));
  return (
    <FormLayout>
      <Text as="h3" variant="headingSm">
        {t("admin.settings.proof.reasons")}
      </Text>
      <Text as="p" tone="subdued">
        {t("admin.settings.proof.reasonsText")}
      </Text>
      {problem && <Banner tone="critical">{problem}</Banner>}
      <div>
        {[...reasons, ...added.filter(({ code }) => !kept.has(code))].map((reason) => (
          <ReasonRow key={reason.code} reason={reason} />
        ))}
      </div>
      <div>
        <Button onClick={add}>{t("admin.settings.proof.add")}</Button>
      </div>
    </FormLayout>
  );
}

/** Names a reason for good: attempts keep it. */
const newCode = (): string => `own_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
