import type { Core } from "../domain/core.ts";
import type { Shop } from "../domain/state.ts";

/** Who asks: one shop, with the scopes of its token. */
export interface Context {
  core: Core;
  shop: Shop;
  scopes: ReadonlySet<string>;
}

/** A scope set with what it implies: writing includes reading. */
export function impliedScopes(granted: string[]): ReadonlySet<string> {
  return new Set(granted.flatMap((scope) => (scope.startsWith("write_") ? [scope, scope.replace("write_", "read_")] : [scope])));
}
