/** The national holidays (yyyy-mm-dd) of a country between two days, both included; none of a country that nobody knows. */
export type Holidays = (country: string, between: { from: string; until: string }) => Promise<ReadonlySet<string>>;
