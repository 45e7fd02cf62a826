import { Attention } from "~/ui/attention";
import { IntentForm } from "~/ui/form/form";
import { Button, InlineStack, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";

type Props = {
  link: { url: string; expiresAt: string } | null;
  qr: string | null;
  shopName: string;
  courier: { name: string; email: string | null; phone: string | null; mailProblem: Worded | null };
};

const whatsApp = (phone: string | null, text: string): string =>
  `https://wa.me/${(phone ?? "").replace(/\D/g, "")}?text=${encodeURIComponent(text)}`;

/** The courier's way in: shown, scanned, sent; a new one ends the old at once. */
export function LinkCard({ link, qr, shopName, courier }: Props) {
  const t = useWords();
  const { date } = useFormats();
  return (
    <Section title={t("admin.couriers.link")}>
      {courier.mailProblem && <Attention worded={courier.mailProblem} />}
      {link && (
        <>
          <Text as="p" tone="subdued">
            {t("admin.couriers.linkText", { date: date(link.expiresAt) })}
          </Text>
          <a className="bim-key" href={link.url} target="_blank" rel="noopener noreferrer">
            {link.url}
          </a>
          {qr && <div className="bim-qr" role="img" aria-label={t("admin.couriers.qr")} dangerouslySetInnerHTML={{ __html: qr }} />}
        </>
      )}
      <InlineStack gap="300">
        {link && (
          <Button
            url={whatsApp(courier.phone, t("admin.couriers.whatsAppText", { name: courier.name, shop: shopName, url: link.url }))}
            target="_blank"
            external
          >
            {t("admin.couriers.whatsApp")}
          </Button>
        )}
        {courier.email && (
          <IntentForm
            intent="send-link"
            submit={t("admin.couriers.sendLink")}
            variant="secondary"
            done={t("admin.couriers.linkSent", { email: courier.email })}
          />
        )}
        <IntentForm
          intent="renew-link"
          submit={t(link ? "admin.couriers.renewLink" : "admin.couriers.makeLink")}
          variant="secondary"
          tone={link ? "critical" : undefined}
        />
      </InlineStack>
      {link && <span className="bim-muted">{t("admin.couriers.renewText")}</span>}
    </Section>
  );
}
