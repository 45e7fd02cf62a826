// Ecuador's own, for tests of the domain, which itself knows no country.
export { LINE_WORDS as SPANISH_WORDS } from "~/countries/ec/line-words";
export { BOTTLE as EC_BOTTLE } from "~/countries/ec/tax-codes";
