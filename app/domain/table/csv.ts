/** Rows as a spreadsheet reads them: commas, quotes where they are needed, lines ended as RFC 4180 has it. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join(",")).join("\r\n") + "\r\n";

/** A spreadsheet takes what begins so for a formula; a name has no line breaks. */
export const harmless = (name: string): string => name.replace(/[\r\n]+/g, " ").replace(/^([=+\-@\t])/, "'$1");

const quoted = (cell: string): string => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
