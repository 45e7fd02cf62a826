import type { Held } from "~/domain/delivery/held";
import type { Doubt } from "~/domain/proof/doubt";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack, Facts } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = {
  deliveryId: string;
  heldFor: Held | null;
  heldUntil: string | null;
  doubt: Doubt | null;
};

/** What contradicts a confirmation, what waits for a person's glance and until when, and what they may say of it. */
export function HeldCard({ deliveryId, heldFor, heldUntil, doubt }: Props) {
  const t = useWords();
  const { dateTime } = useFormats();
  const hidden = { deliveryId };
  return (
    <>
      {heldFor === "undo" && heldUntil && (
        <Banner tone="info">
          <p>{t("admin.order.held.undo", { until: dateTime(heldUntil) })}</p>
        </Banner>
      )}
      {doubt && <Contradictions doubt={doubt} />}
      {heldFor === "doubt" && heldUntil && <p>{t("admin.order.held.until", { until: dateTime(heldUntil) })}</p>}
      {(heldFor === "doubt" || heldFor === "person") && (
        <IntentForm intent="release" submit={t(`admin.order.held.release.${heldFor}`)} hidden={hidden} />
      )}
      {heldFor === "doubt" && (
        <details className="bim-details">
          <summary>{t("admin.order.held.notRight")}</summary>
          <BlockStack gap="300">
            <p>{t("admin.order.held.notRightMeans")}</p>
            <IntentForm intent="not-right" submit={t("admin.order.held.notRightSubmit")} variant="secondary" hidden={hidden}>
              <TextInput name="reason" label={t("admin.order.held.notRightReason")} maxLength={300} />
            </IntentForm>
          </BlockStack>
        </details>
      )}
    </>
  );
}

/** The signals with their numbers; photos and place stand with the report below. */
function Contradictions({ doubt: { signals, metres, kmh } }: { doubt: Doubt }) {
  const t = useWords();
  const { distance, number } = useFormats();
  return (
    <Facts
      facts={[
        [t("admin.order.held.signals"), signals.map((signal) => t(`reason.signal.${signal}`)).join("; ")],
        [t("admin.order.held.distance"), metres !== null && distance(metres)],
        [t("admin.order.held.speed"), kmh !== null && t("admin.order.held.kmh", { kmh: number(kmh) })],
      ]}
    />
  );
}
