import { Banner } from "@shopify/polaris";
import { useAttention, type Worded } from "./worded";

/** A problem and its next step, where it belongs on the page. */
export function Attention({ worded, tone = "warning" }: { worded: Worded; tone?: "warning" | "critical" | "info" }) {
  const { title, next } = useAttention()(worded);
  return (
    <Banner tone={tone} title={title}>
      {next && <p>{next}</p>}
    </Banner>
  );
}
