/** One line of the table: what was measured, against its goal and against something bare measured in the same run. */
export type Row = {
  name: string;
  value: number;
  unit: string;
  goal: number | null;
  better: "lower" | "higher";
  baseline: { name: string; value: number };
  note?: string;
};

export const isMet = ({ value, goal, better }: Row): boolean => goal === null || (better === "lower" ? value <= goal : value >= goal);

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

export function table(rows: Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${round(row.value)} ${row.unit}`,
    row.goal === null ? "–" : `${row.better === "lower" ? "≤" : "≥"} ${row.goal} ${row.unit}`,
    isMet(row) ? "met" : "MISSED",
    `${round(row.baseline.value)} ${row.unit}  ${row.baseline.name}`,
    `× ${(row.value / row.baseline.value).toFixed(2)}`,
    row.note ?? "",
  ]);
  const all = [["what", "value", "goal", "", "baseline of this run", "ratio", ""], ...cells];
  const widths = all[0]!.map((_head, column) => Math.max(...all.map((line) => line[column]!.length)));
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
