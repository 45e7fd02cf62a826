import { t } from "./host";
import type { WriteState } from "./latest-write";

export function SaveStatus({ state, onRetry }: { state: WriteState; onRetry: () => void }) {
  switch (state) {
    case "idle":
      return null;
    case "saving":
      return <s-text color="subdued">{t("status.saving")}</s-text>;
    case "saved":
      return <s-text tone="success">{t("status.saved")}</s-text>;
    case "failed":
      return (
        <s-banner tone="critical" heading={t("status.failedHeading")}>
          <s-stack gap="small-200">
            <s-paragraph>{t("status.failed")}</s-paragraph>
            <s-button onClick={onRetry}>{t("status.retry")}</s-button>
          </s-stack>
        </s-banner>
      );
  }
}
