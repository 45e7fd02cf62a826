import { useFetcher } from "@remix-run/react";
import type { ZoneDraft } from "~/domain/zone-draft/draft";
import { Rehearsal, type Rehearsed } from "~/ui/rehearsal";
import { BlockStack, Button, Section, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** Tries the zone as it is written on last month's orders, before it is saved. */
export function RehearseCard({ id, draft, isTooLarge }: { id: string | null; draft: ZoneDraft; isTooLarge: boolean }) {
  const t = useWords();
  const fetcher = useFetcher<{ rehearsed: Rehearsed | null }>();
  const rehearse = () =>
    fetcher.submit(JSON.stringify({ id, draft }), { method: "post", action: "/app/zones/rehearse", encType: "application/json" });
  return (
    <Section title={t("rehearse.change")}>
      <BlockStack gap="300">
        <Text as="p" tone="subdued">
          {t("rehearse.changeText")}
        </Text>
        <div>
          <Button onClick={rehearse} loading={fetcher.state !== "idle"} disabled={isTooLarge}>
            {t("rehearse.try")}
          </Button>
        </div>
        <div aria-live="polite">
          {isTooLarge && <p>{t("rehearse.mendFirst")}</p>}
          {!isTooLarge &&
            fetcher.data &&
            (fetcher.data.rehearsed ? <Rehearsal rehearsed={fetcher.data.rehearsed} /> : <p>{t("rehearse.mendFirst")}</p>)}
        </div>
      </BlockStack>
    </Section>
  );
}
