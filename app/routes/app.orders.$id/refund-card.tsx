import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect } from "react";
import type { RefundProposal } from "~/domain/order/refund-proposal";
import { Attention } from "~/ui/attention";
import { SelectInput } from "~/ui/form/fields";
import { IntentForm } from "~/ui/form/form";
import { Button, Facts, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Worded } from "~/ui/worded";

type Asked = RefundProposal | { problem: Worded };

/** What was refused at the door and is on the order still: its refund, by one click. Shopify is asked when the card comes into sight, and anew when wanted. */
export function RefundCard({ orderId }: { orderId: string }) {
  const t = useWords();
  const { submit, data, state } = useFetcher<Asked>();
  const ask = useCallback(() => submit({ orderId }, { method: "post", action: "/app/orders/refund" }), [submit, orderId]);
  useEffect(ask, [ask]);
  return (
    <Section title={t("admin.order.refund.title")}>
      <RefundOffer key={data && "key" in data ? data.key : ""} proposal={state === "idle" ? data : undefined} />
      <div>
        <Button variant="plain" onClick={ask} disabled={state !== "idle"}>
          {t("admin.order.refund.again")}
        </Button>
      </div>
    </Section>
  );
}

/** Shopify names some gateways for machines: "shopify_payments". */
const spelt = (gateway: string): string =>
  /^[a-z_]+$/.test(gateway) ? gateway.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase()) : gateway;

/** The offer itself, once Shopify has answered. */
export function RefundOffer({ proposal }: { proposal: Asked | undefined }) {
  const t = useWords();
  if (proposal === undefined) return <Text as="p">{t("admin.order.refund.asking")}</Text>;
  return "problem" in proposal ? <Attention worded={proposal.problem} /> : <Offer proposal={proposal} />;
}

function Offer({ proposal }: { proposal: RefundProposal }) {
  const t = useWords();
  const { money } = useFormats();
  const { goods, worthMinor, backMinor, currency, ways, key, mayRestock, isBack } = proposal;
  const amount = (minor: number) => money(minor, currency);
  return (
    <>
      <Facts
        facts={[
          [t("admin.order.refund.goods"), goods],
          [t("admin.order.refund.worth"), amount(worthMinor)],
          ...ways.map(({ gateway, minor }): [string, string] => [t("admin.order.refund.by", { gateway: spelt(gateway) }), amount(minor)]),
        ]}
      />
      <Text as="p">{t(backMinor > 0 ? "admin.order.refund.means" : "admin.order.refund.nothingBack")}</Text>
      <IntentForm
        intent="refund-refused"
        submit={backMinor > 0 ? t("admin.order.refund.submit", { amount: amount(backMinor) }) : t("admin.order.refund.takeOff")}
        done={t("admin.order.refund.done")}
        hidden={{ seenMinor: String(backMinor), key }}
      >
        {mayRestock && (
          <SelectInput
            name="restock"
            label={t("admin.order.refund.restock")}
            help={isBack ? undefined : t("admin.order.refund.notBack")}
            initial={isBack ? "back" : "no"}
            options={(["back", "no"] as const).map((value) => ({ value, label: t(`admin.order.refund.restockAs.${value}`) }))}
          />
        )}
      </IntentForm>
    </>
  );
}
