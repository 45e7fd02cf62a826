import { Banner } from "@shopify/polaris";
import type { ReactNode } from "react";
import { type DocumentKind, useAttention, type Worded } from "./worded";

type Props = { worded: Worded; of?: DocumentKind; tone?: "warning" | "critical" | "info"; children?: ReactNode };

/** A problem and its next step, where it belongs on the page. */
export function Attention({ worded, of: kind, tone = "warning", children }: Props) {
  const { title, next } = useAttention()(worded, kind);
  return (
    <Banner tone={tone} title={title}>
      {next && <p>{next}</p>}
      {children}
    </Banner>
  );
}
