import { Attention } from "~/ui/attention";
import { Section, Text } from "~/ui/polaris";
import { useReason } from "~/ui/worded";
import { useWords } from "~/ui/words";

type Considered = {
  courierId: string;
  name: string;
  openStops: number;
  capacity: number;
  verdict: string;
  params?: Record<string, string | number>;
};
type Choice = { courierId: string | null; code: string; params: Record<string, string | number>; considered: Considered[] };

/** Who would get it now, and of each other courier of the zone why not. */
export function CourierCard({ choice: { courierId, code, params, considered } }: { choice: Choice }) {
  const t = useWords();
  const reason = useReason();
  return (
    <Section title={t("rehearse.courier")}>
      {courierId === null ? <Attention worded={{ code, params }} /> : <Text as="p">{reason({ code, params })}</Text>}
      <ul className="bim-list bim-losers">
        {considered.map((one) => (
          <li key={one.courierId}>
            {one.name}: {reason({ code: `verdict.${one.verdict}`, params: one.params })}{" "}
            <span className="bim-muted">({t("admin.order.load", { openStops: one.openStops, capacity: one.capacity })})</span>
          </li>
        ))}
      </ul>
      <Text as="p" tone="subdued">
        {t("rehearse.courierNow")}
      </Text>
    </Section>
  );
}
