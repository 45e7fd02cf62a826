import type { Statement, StatementLine } from "~/domain/settlement/statement";
import { Facts } from "~/ui/polaris";
import { factsOf } from "~/ui/statement-facts";
import { whyOf } from "~/ui/statement-words";
import { useFormats, useWords } from "~/ui/words";

/** What a statement adds up to; what is nothing is left out. */
export function StatementFacts({ statement }: { statement: Statement }) {
  const t = useWords();
  const { money } = useFormats();
  const always = ["closing", "cash"];
  const shown = factsOf(statement).filter(([name, minor]) => minor !== 0 || always.includes(name));
  return <Facts facts={shown.map(([name, minor]) => [t(`admin.settlements.fact.${name}`), money(minor, statement.currency)])} />;
}

/** Its lines, each with its rule in words. */
export function StatementLines({ lines, currency }: { lines: readonly StatementLine[]; currency: string }) {
  const t = useWords();
  const { money, number, fiscalDate } = useFormats();
  return (
    <details className="bim-details">
      <summary>{t("admin.settlements.lines", { count: lines.length })}</summary>
      <table className="bim-table">
        <thead>
          <tr>
            {(["day", "kind", "order", "why", "amount"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`admin.settlements.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{fiscalDate(line.day)}</th>
              <td data-column={t("admin.settlements.column.kind")}>{t(`admin.settlements.kind.${line.kind}`)}</td>
              <td data-column={t("admin.settlements.column.order")}>{line.order}</td>
              <td data-column={t("admin.settlements.column.why")}>{whyOf(line, { t, money, number, currency })}</td>
              <td data-column={t("admin.settlements.column.amount")}>{money(line.minor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
