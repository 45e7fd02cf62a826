import { GraphQLError } from "graphql";

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}
const PAGE_LIMIT = 250;

/** A Relay connection over records in order. `cursorOf` must be unique and stay with the record. */
export function connection<T>(
  records: T[],
  args: PageArguments,
  node: (record: T) => unknown,
  cursorOf: (record: T) => string = defaultCursor(records),
) {
  const size = args.first ?? args.last;
  if (size === null || size === undefined)
    throw new GraphQLError("you must provide one of first or last", { extensions: { code: "BAD_REQUEST" } });
  if (size < 0 || size > PAGE_LIMIT)
    throw new GraphQLError(`first and last must be between 0 and ${PAGE_LIMIT}`, { extensions: { code: "BAD_REQUEST" } });
  const all = args.reverse ? [...records].reverse() : records;
  const from = args.after ? positionAfter(all, args.after, cursorOf) : 0;
  const to = args.before ? all.findIndex((record) => encode(cursorOf(record)) === args.before) : all.length;
  const window = all.slice(from, to < 0 ? all.length : to);
  const page = typeof args.first === "number" ? window.slice(0, args.first) : window.slice(Math.max(0, window.length - size));
  const edges = page.map((record) => ({ cursor: encode(cursorOf(record)), node: node(record) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: typeof args.first === "number" ? window.length > page.length : false,
      hasPreviousPage: typeof args.first === "number" ? from > 0 : window.length > page.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const encode = (cursor: string): string => Buffer.from(cursor).toString("base64");

function defaultCursor<T>(records: T[]): (record: T) => string {
  const positions = new Map(records.map((record, index) => [record, String(index)]));
  return (record) => positions.get(record) ?? "";
}

function positionAfter<T>(records: T[], after: string, cursorOf: (record: T) => string): number {
  const index = records.findIndex((record) => encode(cursorOf(record)) === after);
  if (index < 0) throw new GraphQLError("Invalid cursor for current pagination sort.", { extensions: { code: "BAD_REQUEST" } });
  return index + 1;
}
