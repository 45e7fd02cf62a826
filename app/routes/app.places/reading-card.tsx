import { IntentForm } from "~/ui/form/form";
import { Banner, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { state: string; problem: string | null };

/** Whether Shopify tells us the shop's locations, and in its own words why not. */
export function ReadingCard({ state, problem }: Props) {
  const t = useWords();
  return (
    <Section title={t("admin.places.reading")}>
      {state === "no_scope" ? (
        <Banner tone="warning">
          {t("admin.places.noScope")} {problem}
        </Banner>
      ) : (
        <Text as="p" tone="subdued">
          {t("admin.places.readingText")}
        </Text>
      )}
      <IntentForm intent="read-again" submit={t("admin.places.readAgain")} variant="secondary" done={t("admin.places.asked")} />
    </Section>
  );
}
