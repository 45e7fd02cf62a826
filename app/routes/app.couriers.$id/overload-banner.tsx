import { Link } from "@remix-run/react";
import type { OverLimit } from "~/domain/assignment/over-limit";
import { Banner, BlockStack, List } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

type Props = { overload: { limits: OverLimit[]; strayed: number }; courier: string; currency: string };

/** Limits were made tighter than what a courier has: it stays theirs until a person moves it. */
export function OverloadBanner({ overload: { limits, strayed }, courier, currency }: Props) {
  const t = useWords();
  const { money, number } = useFormats();
  const written = (limit: OverLimit["limit"], value: number) =>
    limit === "cash_limit" ? money(value, currency) : limit === "too_heavy" ? `${number(value / 1000)} kg` : number(value);
  return (
    <Banner tone="warning" title={t("admin.couriers.overload.title")}>
      <BlockStack gap="200">
        <List>
          {limits.map(({ limit, has, most }) => (
            <List.Item key={limit}>
              {t(`admin.couriers.overload.${limit}`, { has: written(limit, has), most: written(limit, most) })}
            </List.Item>
          ))}
          {strayed > 0 && <List.Item>{t("admin.couriers.overload.strayed", { count: strayed })}</List.Item>}
        </List>
        <p>
          {t("admin.couriers.overload.next")}{" "}
          <Link to={`/app?view=all&term=${encodeURIComponent(courier)}`}>{t("admin.couriers.overload.orders", { courier })}</Link>
        </p>
      </BlockStack>
    </Banner>
  );
}
