import { Link } from "@remix-run/react";
import { Badge, Section, Text } from "~/ui/polaris";
import { useAttention } from "~/ui/worded";
import { useFormats, useWords } from "~/ui/words";
import { placeToMend } from "./place-to-mend";
import type { Cause } from "./report";

const TONES = { would_issue: "success", would_wait: "attention", would_be_held: "warning", no_invoice: undefined } as const;

/** What stands in the way, the most frequent first, with the first orders of each and where it is mended. */
export function CausesCard({ causes }: { causes: Cause[] }) {
  const t = useWords();
  const inTheWay = causes.filter(({ code }) => code !== null);
  return (
    <Section title={t("admin.shadow.causes")}>
      {inTheWay.length === 0 && (
        <Text as="p" tone="success">
          {t("admin.shadow.nothingInTheWay")}
        </Text>
      )}
      <ul className="bim-list bim-causes">
        {inTheWay.map((cause) => (
          <CauseRow key={`${cause.outcome} ${cause.code}`} cause={cause} />
        ))}
      </ul>
    </Section>
  );
}

function CauseRow({ cause: { outcome, code, count, examples } }: { cause: Cause }) {
  const t = useWords();
  const attention = useAttention();
  const { money } = useFormats();
  const wordsOf = (params: Cause["examples"][number]["params"]) => attention({ code: code ?? "", params });
  const first = wordsOf(examples[0]?.params ?? {});
  const place = placeToMend(code);
  return (
    <li>
      <div className="bim-badges">
        <Text as="h3" variant="headingSm">
          {t(`admin.shadow.cause.${code}`, { defaultValue: first.title })}
        </Text>
        <Badge tone={TONES[outcome]}>{t("admin.shadow.orders", { count })}</Badge>
        <span className="bim-muted">{t(`admin.shadow.outcome.${outcome}`)}</span>
      </div>
      <p>
        {first.next} {place && <Link to={place.url}>{t(`admin.shadow.mend.${place.name}`)}</Link>}
      </p>
      <ul className="bim-list">
        {examples.map(({ orderGid, name, params, totalMinor, currency }) => (
          <li key={orderGid}>
            <a href={`shopify://admin/orders/${orderGid.slice(orderGid.lastIndexOf("/") + 1)}`} target="_top">
              {name}
            </a>{" "}
            <span>{money(totalMinor, currency)}</span> <span className="bim-muted">{wordsOf(params).title}</span>
          </li>
        ))}
        {count > examples.length && <li className="bim-muted">{t("admin.shadow.moreOrders", { count: count - examples.length })}</li>}
      </ul>
    </li>
  );
}
