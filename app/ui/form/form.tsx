import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { Attention } from "~/ui/attention";
import { useWords } from "~/ui/words";
import type { Answer } from "./answer";
import { Errors } from "./errors";

type Props = {
  intent: string;
  children?: ReactNode;
  submit: string;
  tone?: "critical";
  variant?: "primary" | "secondary";
  files?: boolean;
  hidden?: Record<string, string>;
  action?: string;
  done?: string;
};

/** One intent of a page, saved by itself. Errors stand at their fields and above the button, never in a toast (Built for Shopify). */
export function IntentForm({ intent, children, submit, tone, variant = "primary", files = false, hidden = {}, action, done }: Props) {
  const fetcher = useFetcher<Answer>();
  const t = useWords();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  return (
    <fetcher.Form method="post" action={action} encType={files ? "multipart/form-data" : undefined} noValidate>
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Errors errors={answer?.errors}>
        <BlockStack gap="400">
          {children}
          {answer?.refused && <Attention worded={answer.refused} tone="critical" />}
          <InlineStack gap="300" blockAlign="center">
            <Button submit variant={variant === "primary" ? "primary" : undefined} tone={tone} loading={fetcher.state !== "idle"}>
              {submit}
            </Button>
            <span role="status" className="bim-saved">
              {answer?.saved ? (done ?? t("admin.saved")) : ""}
            </span>
          </InlineStack>
        </BlockStack>
      </Errors>
    </fetcher.Form>
  );
}
