// Who may import whom: the table of docs' architecture, held by app/architecture.test.ts.
const TESTS = "\\.test\\.tsx?$|^app/testing/|^app/architecture";

const PACK = "^app/countries/pack\\.ts$";

/** What a room may import of app/; everything else of app/ is forbidden to it. */
const ROOMS = [
  { name: "domain", from: "^app/domain/", may: ["^app/domain/"] },
  { name: "ports", from: "^app/ports/", may: ["^app/(domain|ports)/", PACK] },
  { name: "pack", from: PACK, may: ["^app/(domain|ports)/"] },
  { name: "countries-shared", from: "^app/countries/shared/", may: ["^app/(domain|ports|i18n|countries/shared)/", PACK] },
  {
    name: "country",
    from: "^app/countries/(?!shared/)([^/]+)/",
    may: ["^app/(domain|ports|i18n|countries/shared)/", "^app/countries/$1/", PACK],
  },
  { name: "workflows", from: "^app/workflows/", may: ["^app/(domain|ports|workflows)/", PACK] },
  { name: "queries", from: "^app/queries/", may: ["^app/(domain|ports|workflows|queries)/", PACK] },
  { name: "postgres", from: "^app/adapters/postgres/", may: ["^app/(domain|ports|adapters/postgres)/", "^app/db\\.server\\.ts$"] },
  { name: "mail", from: "^app/adapters/mail/", may: ["^app/(domain|ports|i18n|adapters/mail)/"] },
  { name: "adapters", from: "^app/adapters/(?!postgres/|mail/)([^/]+)/", may: ["^app/(domain|ports)/", "^app/adapters/$1/"] },
  { name: "i18n", from: "^app/i18n/", may: ["^app/(domain|i18n)/"] },
  { name: "ui", from: "^app/ui/", may: ["^app/(domain|ui|i18n)/"] },
  { name: "courier", from: "^app/courier/", may: ["^app/(domain|courier|i18n)/"] },
  {
    name: "routes",
    from: "^app/routes/",
    may: ["^app/(domain|ui|i18n|courier)/", "^app/(composition|shopify)\\.server\\.ts$", "^app/routes/"],
  },
  { name: "composition", from: "^app/(composition|worker)\\.server\\.ts$", not: ["^app/(routes|ui|courier)/"] },
  { name: "extensions", from: "^extensions/", may: ["^app/domain/(tax-id|fiscal-data)/"] },
  { name: "sandbox", from: "^sandbox/", may: ["^app/domain/tax-id/"] },
];

const rule = ({ name, from, may, not }) => ({
  name: `${name}-imports`,
  severity: "error",
  from: { path: from, pathNot: TESTS },
  to: not ? { path: not } : { path: "^app/", pathNot: may },
});

module.exports = {
  forbidden: [
    ...ROOMS.map(rule),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "nobody-imports-testing", severity: "error", from: { pathNot: `${TESTS}|^tests/` }, to: { path: "^app/testing/" } },
    {
      name: "route-imports-route",
      severity: "error",
      // A route's folder is its own. Its name is taken up to a parameter's "$", which would mean "the end" in a pattern.
      from: { path: "^app/routes/([^/$]+)", pathNot: TESTS },
      to: { path: "^app/routes/", pathNot: "^app/routes/$1[^/]*/" },
    },
    {
      name: "pure-rooms-touch-the-world",
      comment: "domain, ports, workflows and queries are values and decisions",
      severity: "error",
      from: { path: "^app/(domain|ports|workflows|queries)/", pathNot: TESTS },
      to: {
        path: "^(node:)?(fs|net|http|https|http2|tls|dgram|child_process|worker_threads)(/|$)|node_modules/(@prisma|@shopify|@remix-run|pg|pg-boss|nodemailer|express|pino|flydrive|sharp)/",
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|build|\\.data)/|^app/domain/tax-id/assembly/" },
    tsPreCompilationDeps: true,
  },
};
