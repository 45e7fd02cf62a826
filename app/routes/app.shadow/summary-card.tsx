import { Section, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import type { Report } from "./report";

const OUTCOMES = ["would_issue", "would_wait", "would_be_held", "no_invoice"] as const;

/** How many of each, and what the invoices add up to beside what Shopify charged. */
export function SummaryCard({ report, currency }: { report: Report; currency: string }) {
  const t = useWords();
  const { money } = useFormats();
  const count = (outcome: string) => report.causes.filter((cause) => cause.outcome === outcome).reduce((sum, one) => sum + one.count, 0);
  const difference = report.documentsMinor - report.ordersMinor;
  return (
    <Section title={t("admin.shadow.summary")}>
      <ul className="bim-outcomes">
        {OUTCOMES.map((outcome) => (
          <li key={outcome} data-alarm={(outcome === "would_wait" || outcome === "would_be_held") && count(outcome) > 0}>
            <strong>{count(outcome)}</strong>
            <span>{t(`admin.shadow.outcome.${outcome}`)}</span>
          </li>
        ))}
      </ul>
      {report.documents > 0 && (
        <>
          <TaxTable taxes={report.taxes} currency={currency} />
          <Text as="p" tone={difference === 0 && report.differing === 0 ? "success" : "critical"}>
            {t(difference === 0 ? "admin.shadow.toTheCent" : "admin.shadow.off", {
              count: report.documents,
              documents: money(report.documentsMinor, currency),
              orders: money(report.ordersMinor, currency),
              difference: money(difference, currency),
            })}
          </Text>
        </>
      )}
    </Section>
  );
}

const COLUMNS = ["base", "stated", "charged", "difference"] as const;

function TaxTable({ taxes, currency }: Pick<Report, "taxes"> & { currency: string }) {
  const t = useWords();
  const { money } = useFormats();
  const named = ({ kind, treatment, rateBasisPoints }: Report["taxes"][number]) =>
    t(kind === "vat" ? `states.tax.${treatment}` : `admin.shadow.tax.${kind}`, { rate: rateBasisPoints / 100 });
  const cells = ({ kind, baseMinor, taxMinor, chargedMinor }: Report["taxes"][number]) => ({
    // Of bottles the base is a count.
    base: kind === "per_unit" ? String(baseMinor / 100) : money(baseMinor, currency),
    stated: money(taxMinor, currency),
    charged: money(chargedMinor, currency),
    difference: money(taxMinor - chargedMinor, currency),
  });
  return (
    <>
      <table className="bim-table">
        <thead>
          <tr>
            {(["name", ...COLUMNS] as const).map((column) => (
              <th key={column} scope="col">
                {t(`admin.shadow.tax.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {taxes.map((tax) => (
            <tr key={named(tax)}>
              <th scope="row">{named(tax)}</th>
              {COLUMNS.map((column) => (
                <td key={column} data-column={t(`admin.shadow.tax.${column}`)}>
                  {cells(tax)[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {taxes.some(({ taxMinor, chargedMinor }) => taxMinor !== chargedMinor) && (
        <Text as="p" tone="subdued">
          {t("admin.shadow.tax.rounding")}
        </Text>
      )}
    </>
  );
}
