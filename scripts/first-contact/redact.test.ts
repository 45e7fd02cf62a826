import fc from "fast-check";
import { expect, test } from "vitest";
import { redactAll, redactor } from "./redact.ts";

const hostile = fc.string({ unit: "grapheme", maxLength: 60 });
const separator = fc.constantFrom("", " ", "\n", '"', "<", ">", "&", ",", ";", "=", "|", "(", "\u0001", "\u200b", "é", "…");
const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digits = (count: number) => fc.array(digit, { minLength: count, maxLength: count }).map((list) => list.join(""));
const around = (text: string, [before, left, right, after]: [string, string, string, string]) => `${before}${left}${text}${right}${after}`;
const frame = fc.tuple(hostile, separator, separator, hostile);

const NAME = `Ñandú & Cía. <S.A.> "La 'Esquina'"`;

test("a known secret is gone in every guise, whatever stands around it", () => {
  const guises = [
    NAME,
    NAME.toUpperCase(),
    JSON.stringify(NAME).slice(1, -1),
    encodeURIComponent(NAME),
    Buffer.from(NAME).toString("base64"),
    NAME.normalize("NFD"),
    NAME.replace("ú", "u").replace("Ñ", "N").replace("í", "i"),
    "Ñandú &amp; Cía. &lt;S.A.&gt; &quot;La &apos;Esquina&apos;&quot;",
    NAME.replaceAll(" ", "\n  "),
  ];
  const redact = redactor([NAME]);
  fc.assert(
    fc.property(fc.constantFrom(...guises), frame, (guise, stand) => {
      expect(redact(around(guise, stand)).normalize("NFC").toLowerCase()).not.toContain(guise.normalize("NFC").toLowerCase());
    }),
  );
});

test("any secret of four signs or more is gone", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 4, maxLength: 40, unit: "binary-ascii" }).filter((one) => one.trim().length >= 4),
      frame,
      (secret, stand) => {
        const marks = /^[[\]….a-zRUC-]*$/;
        fc.pre(!marks.test(secret.trim())); // a secret that is one of our own marks
        expect(redactor([secret])(around(secret, stand))).not.toContain(secret.trim());
      },
    ),
  );
});

test("tax ids and phone numbers go, however they are grouped", () => {
  const grouped = fc
    .tuple(fc.integer({ min: 9, max: 20 }).chain(digits), fc.constantFrom("", " ", "-", ".", " - "))
    .map(([number, gap]) => number.split("").join(gap.length > 2 ? "" : gap));
  fc.assert(
    fc.property(grouped, hostile, (number, before) => {
      const seen = redactor([])(`${before} ${number} fin`);
      expect(seen).not.toContain(number);
    }),
  );
});

test("an access key keeps what finds the document, and loses RUC and random code", () => {
  fc.assert(
    fc.property(digits(8), digits(13), digits(6), digits(9), digits(8), digit, frame, (date, ruc, series, number, random, check, stand) => {
      fc.pre(
        ![`${date}01`, `1${series}${number}`, `${series}${number}`].some((part) => part.includes(ruc)) && !stand.join("").includes(ruc),
      );
      fc.pre(!/\d$/.test(stand[0] + stand[1]) && !/^\d/.test(stand[2] + stand[3]));
      const seen = redactor([])(around(`${date}01${ruc}1${series}${number}${random}1${check}`, stand));
      expect(seen).toContain(`${date}01[RUC]1${series}${number}[…]`);
      expect(seen).not.toContain(ruc);
    }),
  );
});

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".split("");
const word = (minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

test.each<[string, fc.Arbitrary<string>]>([
  ["e-mails", fc.tuple(word(1, 12), word(1, 12)).map(([user, host]) => `${user}@${host}.example`)],
  ["e-mails in an address", fc.tuple(word(1, 12), word(1, 12)).map(([user, host]) => `${user}%40${host}.example`)],
  ["Shopify's tokens", fc.tuple(fc.constantFrom("shpat_", "shpss_", "shprt_", "shpca_"), word(8, 40)).map((parts) => parts.join(""))],
  ["session tokens", fc.tuple(word(10, 30), word(10, 30), word(10, 30)).map(([head, body, sign]) => `ey${head}.${body}.${sign}`)],
  ["logins in an address", fc.tuple(word(1, 10), word(4, 20)).map(([user, password]) => `smtps://${user}:${password}@mail.example:465`)],
  ["shops", word(3, 20).map((name) => `${name}.myshopify.com`)],
  ["long secrets", word(40, 80)],
  ["links", fc.tuple(word(8, 16), word(43, 43)).map((parts) => parts.join("."))],
])("%s are known by their look", (_what, secret) => {
  fc.assert(fc.property(secret, hostile, (one, before) => !redactor([])(`${before} ${one} fin`).includes(one)));
});

test("what a reader needs stays: document and order numbers, times, ids, codes, file names", () => {
  const text =
    "#1001 001-001-000000042 at 2026-11-23T20:08:51.123Z gid://shopify/Order/6105000000001 SRI 43 CLAVE ACCESO REGISTRADA, app/domain/document/totals.ts, total_cash_rounding_payment_adjustment_set, status 200, 12.50, 1234 ms";
  expect(redactor(["Tienda"])(text)).toBe(text);
});

test("marks of our own in a text can't bring back what was taken out", () => {
  const redact = redactor(["geheim"]);
  expect(redact("\uf8ff\ue000\uf8ff geheim 001-001-000000042")).toBe("    […] 001-001-000000042");
});

test("keys and nested values are cleaned too", () => {
  expect(redactAll(redactor(["Ana Torres"]), { "Ana Torres": ["x Ana Torres", 3, null, { deep: "ANA TORRES" }] })).toEqual({
    "[…]": ["x […]", 3, null, { deep: "[…]" }],
  });
});
