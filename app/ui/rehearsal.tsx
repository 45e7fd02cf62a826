import { Link } from "@remix-run/react";
import { BlockStack, List, Text } from "~/ui/polaris";
import { useFormats, useWords } from "./words";

type Sums = {
  inZone: number;
  withoutZone: number;
  withoutPrice: number;
  withoutCourier: number;
  incomeMinor: number;
  payMinor: number;
};
export type Rehearsed = {
  days: number;
  orders: number;
  isCut: boolean;
  currency: string;
  before: Sums;
  after: Sums;
  couriers: { id: string; name: string; before: number; after: number }[];
  changedCount: number;
  changed: { id: string; name: string; fromZone: string | null; toZone: string | null; rateMinor: [number | null, number | null] }[];
};

const MONEY = ["incomeMinor", "payMinor"] as const;
const COUNTS = ["inZone", "withoutZone", "withoutPrice", "withoutCourier"] as const;
const signed = (difference: number, written: string) => (difference > 0 ? `+${written}` : written);

/** What a change would have made of a month's orders: before, after, and the difference; then which orders it would have touched. */
export function Rehearsal({ rehearsed }: { rehearsed: Rehearsed }) {
  const t = useWords();
  const { money } = useFormats();
  const { before, after, couriers, changed, changedCount, currency } = rehearsed;
  if (rehearsed.orders === 0) return <Text as="p">{t("rehearse.noOrders", { days: rehearsed.days })}</Text>;
  const sums = [...MONEY, ...COUNTS].map((name) => ({ name: t(`rehearse.sum.${name}`), was: before[name], would: after[name] }));
  const kept = before.incomeMinor - before.payMinor;
  const keeps = after.incomeMinor - after.payMinor;
  const inMoney = (minor: number) => money(minor, currency);
  return (
    <BlockStack gap="300">
      <Text as="p">
        {t("rehearse.of", { count: rehearsed.orders, days: rehearsed.days })} {rehearsed.isCut && t("rehearse.cut")}
      </Text>
      <table className="bim-table">
        <thead>
          <tr>
            {(["what", "before", "after", "difference"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rehearse.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.slice(0, MONEY.length).map(({ name, was, would }) => (
            <Line key={name} name={name} was={was} would={would} written={inMoney} />
          ))}
          <Line name={t("rehearse.sum.left")} was={kept} would={keeps} written={inMoney} />
          {sums.slice(MONEY.length).map(({ name, was, would }) => (
            <Line key={name} name={name} was={was} would={would} written={String} />
          ))}
          {couriers.map(({ id, name, before: was, after: would }) => (
            <Line key={id} name={t("rehearse.stopsOf", { courier: name })} was={was} would={would} written={String} />
          ))}
        </tbody>
      </table>
      <Text as="p">{changedCount === 0 ? t("rehearse.nothingChanges") : t("rehearse.changed", { count: changedCount })}</Text>
      <List>
        {changed.map(({ id, name, fromZone, toZone, rateMinor: [was, would] }) => (
          <List.Item key={id}>
            <Link to={`/app/rehearse?order=${id}`}>{name}</Link>: {fromZone ?? t("rehearse.none")} → {toZone ?? t("rehearse.none")}
            {was !== would && `, ${was === null ? "–" : inMoney(was)} → ${would === null ? "–" : inMoney(would)}`}
          </List.Item>
        ))}
      </List>
      {changedCount > changed.length && <Text as="p">{t("rehearse.more", { count: changedCount - changed.length })}</Text>}
    </BlockStack>
  );
}

function Line({ name, was, would, written }: { name: string; was: number; would: number; written: (value: number) => string }) {
  const t = useWords();
  const cells = { before: written(was), after: written(would), difference: signed(would - was, written(would - was)) };
  return (
    <tr>
      <th scope="row">{name}</th>
      {(["before", "after", "difference"] as const).map((column) => (
        <td key={column} data-column={t(`rehearse.column.${column}`)}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}
