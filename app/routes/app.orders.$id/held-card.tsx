import type { Held } from "~/domain/delivery/held";
import type { Doubt } from "~/domain/proof/doubt";
import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack, Facts } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Attempt } from "./attempt";

type Props = {
  deliveryId: string;
  heldFor: Held | null;
  heldUntil: string | null;
  doubt: Doubt | null;
  attempts: Attempt[];
};

/** What contradicts a confirmation, what waits for a person's glance and until when, and what they may say of it. */
export function HeldCard({ deliveryId, heldFor, heldUntil, doubt, attempts }: Props) {
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
      {doubt && <Contradictions doubt={doubt} report={attempts.find(({ outcome, stands }) => outcome === "delivered" && stands)} />}
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

/** The signals with their numbers, and side by side what the glance is for: the photos and the place. */
function Contradictions({ doubt: { signals, metres, kmh }, report }: { doubt: Doubt; report: Attempt | undefined }) {
  const t = useWords();
  const { latitude = null, longitude = null, photos = [] } = report ?? {};
  const distance = metres !== null && t("admin.order.held.metres", { metres });
  return (
    <>
      <Facts
        facts={[
          [t("admin.order.held.signals"), signals.map((signal) => t(`reason.signal.${signal}`)).join("; ")],
          [t("admin.order.held.distance"), distance],
          [t("admin.order.held.speed"), kmh !== null && t("admin.order.held.kmh", { kmh })],
          [
            t("admin.order.place"),
            latitude !== null && longitude !== null && (
              <a
                key="place"
                href={`https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`}
                target="_blank"
                rel="noopener noreferrer"
              >
                {t("admin.order.map")}
              </a>
            ),
          ],
        ]}
      />
      <ul className="bim-photos">
        {photos.map(
          ({ id, url, ordinal }) =>
            url && (
              <li key={id}>
                <a href={url} target="_blank" rel="noopener noreferrer" title={t("admin.order.photoWhole")}>
                  <img className="bim-photo" src={url} alt={t("admin.order.photoOf", { ordinal, of: photos.length })} loading="lazy" />
                </a>
              </li>
            ),
        )}
      </ul>
    </>
  );
}
