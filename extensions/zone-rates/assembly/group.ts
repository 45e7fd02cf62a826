import { kindAt, zoneAt } from "./entries";
import { Search } from "./search";
import { at, bytesOf, count, prop } from "./shopify";
import { RATE, Table } from "./table";
import { Bytes } from "./text";

const NONE: i32 = -1;

/** What a buyer may choose, and the zone that it is a rate of; -1: of none of ours. */
class Option {
  zone: i32 = NONE;
  constructor(public handle: ArrayBuffer) {}
}

/** Hides, in one delivery, the rates of all zones but the best one that covers its address. */
export function hideOthers(list: i64, table: Table, search: Search, hidden: ArrayBuffer[]): void {
  const isOffered = new StaticArray<bool>(table.zones.length);
  const options: Option[] = [];
  for (let i = 0; i < count(list); i++) {
    const option = new Option(bytesOf(prop(at(list, i), "handle")));
    options.push(option);
    const title = Bytes.of(bytesOf(prop(at(list, i), "title")));
    for (let entry = table.entries.find(title); entry != 0; entry = table.entries.before(entry)) {
      if (kindAt(entry) != RATE || zoneAt(entry) < 0) continue;
      if (option.zone == NONE) option.zone = zoneAt(entry);
      isOffered[zoneAt(entry)] = true;
    }
  }
  let winner = best(search.byFirstLine(), table, isOffered);
  if (winner == NONE) winner = best(search.bySecondLine(), table, isOffered);
  for (let i = 0; i < options.length; i++) if (options[i].zone != NONE && options[i].zone != winner) hidden.push(options[i].handle);
}

function best(zones: i32[], table: Table, isOffered: StaticArray<bool>): i32 {
  for (let i = 0; i < zones.length; i++) if (!table.zones[zones[i]].isBound || isOffered[zones[i]]) return zones[i];
  return NONE;
}
