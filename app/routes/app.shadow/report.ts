import type { queries } from "~/composition.server";

/** What the page shows of a month. */
export type Report = NonNullable<Awaited<ReturnType<typeof queries.shadowPage>>["report"]>;
export type Cause = Report["causes"][number];
