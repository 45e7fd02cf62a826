import { UNDO_MINUTES } from "~/domain/assignment/take-back";
import { IntentForm } from "~/ui/form/form";
import { Banner, BlockStack, Facts, List, Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Absence = {
  isOver: boolean;
  moved: number;
  waiting: number;
  withThem: number;
  undoUntil: string | null;
  kept: { order: string; why: string }[] | null;
};
type Props = { absence: Absence | null; openStops: number };

/** A courier who is out today: what one press does, what it did, and the way back. */
export function OutCard({ absence, openStops }: Props) {
  const t = useWords();
  const isOut = absence !== null && !absence.isOver;
  return (
    <Section title={t("admin.couriers.out.title")}>
      {absence?.kept && <Undone kept={absence.kept} />}
      {isOut ? (
        <IsOut absence={absence} />
      ) : (
        <IntentForm intent="out" submit={t("admin.couriers.out.declare")} variant="secondary" tone="critical">
          <Text as="p">{t("admin.couriers.out.text", { count: openStops, minutes: UNDO_MINUTES })}</Text>
        </IntentForm>
      )}
    </Section>
  );
}

function IsOut({ absence: { moved, waiting, withThem, undoUntil } }: { absence: Absence }) {
  const t = useWords();
  const { dateTime } = useFormats();
  return (
    <BlockStack gap="300">
      <Banner tone="warning">{t("admin.couriers.out.isOut")}</Banner>
      <Facts
        facts={[
          [t("admin.couriers.out.moved"), String(moved)],
          [t("admin.couriers.out.waiting"), waiting > 0 && String(waiting)],
          [t("admin.couriers.out.withThem"), withThem > 0 && String(withThem)],
        ]}
      />
      {undoUntil ? (
        <IntentForm intent="undo-out" submit={t("admin.couriers.out.undo")} variant="secondary">
          <Text as="p">{t("admin.couriers.out.undoText", { until: dateTime(undoUntil) })}</Text>
        </IntentForm>
      ) : (
        <IntentForm intent="back" submit={t("admin.couriers.out.back")} variant="secondary">
          <Text as="p">{t("admin.couriers.out.backText")}</Text>
        </IntentForm>
      )}
    </BlockStack>
  );
}

/** What could not be put back is named, with why. */
function Undone({ kept }: { kept: { order: string; why: string }[] }) {
  const t = useWords();
  return (
    <Banner tone={kept.length > 0 ? "warning" : "success"} title={t("admin.couriers.out.undone")}>
      {kept.length > 0 && (
        <BlockStack gap="100">
          <Text as="p">{t("admin.couriers.out.kept")}</Text>
          <List>
            {kept.map(({ order, why }) => (
              <List.Item key={order}>
                {order}: {t(`admin.couriers.out.why.${why}`)}
              </List.Item>
            ))}
          </List>
        </BlockStack>
      )}
    </Banner>
  );
}
