import { TextInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = { deliveryId: string; isAwaited: boolean; isMissed: boolean; until: string | null };

/** Delivered, and the photo is still on the telephone: what waits for it and until when, and how a person ends the waiting. */
export function AwaitedPhoto({ deliveryId, isAwaited, isMissed, until }: Props) {
  const t = useWords();
  const { dateTime } = useFormats();
  if (!isAwaited && !isMissed) return null;
  return (
    <>
      {isAwaited && (
        <Banner tone="info" title={t("admin.order.photoOnItsWay")}>
          <p>{t("admin.order.photoOnItsWayText", { until: until ? dateTime(until) : "" })}</p>
        </Banner>
      )}
      <details className="bim-details">
        <summary>{t(isAwaited ? "admin.order.withoutPhoto" : "admin.order.photoSettled")}</summary>
        <BlockStack gap="300">
          <IntentForm intent="without-photo" submit={t("admin.order.withoutPhotoSubmit")} variant="secondary" hidden={{ deliveryId }}>
            <TextInput name="reason" label={t("admin.order.withoutPhotoReason")} maxLength={300} />
          </IntentForm>
        </BlockStack>
      </details>
    </>
  );
}
