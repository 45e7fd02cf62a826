import type { OperationName } from "./operations";
import type { Page } from "./order-node";

/** Sends one operation to a shop. */
export type Run = <T>(name: OperationName, variables: Record<string, unknown>) => Promise<T>;

/** Reads a connection's further pages into it. */
export async function readOn<T>(page: Page<T>, next: (after: string) => Promise<Page<T>>): Promise<void> {
  while (page.pageInfo.hasNextPage && page.pageInfo.endCursor) {
    const more = await next(page.pageInfo.endCursor);
    page.nodes.push(...more.nodes);
    page.pageInfo = more.pageInfo;
  }
}
