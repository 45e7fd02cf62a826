import { IntentForm } from "~/ui/form/form";
import { Button, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** The buyer asked for their data: what to do, and the file, until the merchant says that it is done. */
export function DataRequest({ url }: { url: string }) {
  const t = useWords();
  return (
    <Section title={t("admin.event.privacy.data_requested")}>
      <Text as="p">{t("admin.order.dataRequestText")}</Text>
      <div>
        <Button url={url} target="_blank" external>
          {t("admin.order.dataRequestFile")}
        </Button>
      </div>
      <IntentForm intent="data-given" submit={t("admin.order.dataGiven")} variant="secondary" />
    </Section>
  );
}
