import { Banner } from "@shopify/polaris";
import { type DocumentKind, useAttention, type Worded } from "./worded";

type Props = { worded: Worded; of?: DocumentKind; tone?: "warning" | "critical" | "info" };

/** A problem and its next step, where it belongs on the page. */
export function Attention({ worded, of: kind, tone = "warning" }: Props) {
  const { title, next } = useAttention()(worded, kind);
  return (
    <Banner tone={tone} title={title}>
      {next && <p>{next}</p>}
    </Banner>
  );
}
