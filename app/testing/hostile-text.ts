import fc from "fast-check";

/** What breaks careless XML, signatures or prints: markup, line ends, what XML can't carry, what isn't read from left to right. */
const PIECES = [
  ...[`"`, "'", "&", "<", ">", "]]>", "<!--", "-->", "<![CDATA[", "&amp;", "&#13;", "&quot;", "<?x ?>", "</factura>"],
  ...["\r\n", "\r", "\n", "\t", " ", "\u00A0", "\u2028", "\u0085", "\u200B"],
  ...["\u0000", "\u0001", "\u0008", "\u000B", "\u001F", "\u007F", "\u009F", "\uFFFE", "\uFFFF", "\uD800", "\uDFFF"],
  ...["ñ", "Ñandú", "n\u0303", "😀", "👩‍👩‍👧", "日本", "\uFEFF", "𝔘"],
  ...["שלום", "مرحبا", "\u202E", "\u200F"],
  ...["x".repeat(300), `${"ñ".repeat(299)}😀`, "😀".repeat(301)],
];

/** Texts of such pieces and of any characters at all, lone surrogates included. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 12 }), anyUnit()), { maxLength: 8 })
  .map((pieces) => pieces.join(""));

function anyUnit(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
}
