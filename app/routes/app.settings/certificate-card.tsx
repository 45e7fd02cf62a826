import { nameIn } from "~/ui/distinguished-name";
import { FileInput, TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Attention } from "~/ui/attention";
import type { Worded } from "~/ui/worded";
import { Badge, Facts, FormLayout, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Certificate = {
  subject: string;
  issuedBy: string;
  chain: string[];
  taxId: string | null;
  notBefore: string;
  notAfter: string;
  isExpired: boolean;
  daysLeft: number;
  notice: Worded | null;
};

/** The issuing authority and those above it, as the file names them. */
const authorities = ({ chain, issuedBy }: Certificate): string => (chain.length > 0 ? chain : [issuedBy]).map(nameIn).join(" › ");

/** Whose signature is in use and until when; the file is opened on upload, its key kept sealed, its password forgotten. */
export function CertificateCard({ certificate, hasIssuer }: { certificate: Certificate | null; hasIssuer: boolean }) {
  const t = useWords();
  const { date } = useFormats();
  const badge = certificate && (
    <Badge tone={certificate.isExpired ? "critical" : certificate.notice ? "warning" : "success"}>
      {certificate.isExpired ? t("admin.settings.expired") : t("admin.settings.daysLeft", { count: certificate.daysLeft })}
    </Badge>
  );
  return (
    <div id="certificate">
      <Section title={t("admin.settings.certificate")} aside={badge}>
        {certificate?.notice && <Attention worded={certificate.notice} />}
        {certificate ? (
          <Facts
            facts={[
              [t("admin.settings.subject"), nameIn(certificate.subject)],
              [t("admin.settings.taxpayer"), certificate.taxId],
              [t("admin.settings.issuedBy"), authorities(certificate)],
              [t("admin.settings.validity"), `${date(certificate.notBefore)} – ${date(certificate.notAfter)}`],
            ]}
          />
        ) : (
          <Attention worded={{ code: hasIssuer ? "certificate_missing" : "issuer_missing" }} />
        )}
        <IntentForm intent="certificate" submit={t("admin.settings.upload")} files variant={certificate ? "secondary" : "primary"}>
          <FormLayout>
            <FileInput name="p12" label={t("admin.settings.p12")} accept=".p12,.pfx,application/x-pkcs12" />
            <TextInput name="password" label={t("admin.settings.password")} type="password" autoComplete="new-password" />
          </FormLayout>
        </IntentForm>
        <Text as="p" tone="subdued">
          {t("admin.settings.certificateText")}
        </Text>
      </Section>
    </div>
  );
}
