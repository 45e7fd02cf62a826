import type { LoadLimit } from "./load-limit";
import type { TimeLimit } from "./time-limit";

export type Limit = TimeLimit | LoadLimit;
/** Why a courier got a delivery or not: a limit, or by what another came before. `may_take`: a person chooses. */
export type Verdict = Limit | "chosen" | "may_take" | "more_open_stops" | "not_near" | "more_this_week" | "later_in_list" | "later_in_turn";

type Params = Record<string, string | number>;
/** `params`: what the verdict goes by; `freeFrom` (ISO instant) where it is known when a limit ends. */
export type Considered = { courierId: string; name: string; openStops: number; capacity: number; verdict: Verdict; params?: Params };

export type WonBy =
  | "only_courier"
  | "least_loaded"
  | "near_its_stops"
  | "least_this_week"
  | "first_of_equals"
  | "first_in_list"
  | "next_in_turn"
  | "exchange_together";

export type Choice =
  | { courierId: string; code: WonBy; params: Params; considered: Considered[] }
  | {
      courierId: null;
      code: "zone_without_courier" | "nobody_eligible" | "assign_by_hand";
      params: Params;
      considered: Considered[];
      /** When the next courier is free by time alone; null: not known. */
      freeFrom: Date | null;
    };
