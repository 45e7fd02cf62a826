import { Address, MOST_LETTERS } from "./address";
import { hideOthers } from "./group";
import { Search } from "./search";
import { at, bytesOf, count, input, isObject, prop, textOf, writeHidden } from "./shopify";
import { Table } from "./table";

const NEW_LINE: u8 = 10;
/** As many as input.graphql asks for. */
const PIECES: i32 = 4;

/** Hides, in each delivery, the rates of zones that don't cover its address. Rates that are none of ours are left alone. */
export function cart_delivery_options_transform_run(): void {
  const root = input();
  const cart = prop(root, "cart");
  const table = new Table(tableBytes(prop(root, "deliveryCustomization")));
  const district = textOf(prop(prop(cart, "district"), "value"), MOST_LETTERS);
  const groups = prop(cart, "deliveryGroups");
  const hidden: ArrayBuffer[] = [];
  let search: Search | null = null;
  for (let i = 0; i < count(groups); i++) {
    const group = at(groups, i);
    const written = prop(group, "deliveryAddress");
    if (!isObject(written)) continue;
    const address = new Address(written, district);
    // The deliveries of one cart mostly go to one address.
    if (search == null || !search.address.isSame(address)) search = new Search(table, address);
    hideOthers(prop(group, "deliveryOptions"), table, search, hidden);
  }
  writeHidden(hidden);
}

/** The table's pieces behind one another; each is whole lines, whether or not the last was kept with its end. */
function tableBytes(customization: i64): ArrayBuffer {
  const pieces: ArrayBuffer[] = [];
  let length = 0;
  for (let i = 1; i <= PIECES; i++) {
    const piece = bytesOf(prop(prop(customization, "zones" + i.toString()), "value"));
    pieces.push(piece);
    length += piece.byteLength + 1;
  }
  const all = new ArrayBuffer(length);
  let offset = 0;
  for (let i = 0; i < pieces.length; i++) {
    memory.copy(changetype<usize>(all) + offset, changetype<usize>(pieces[i]), pieces[i].byteLength);
    offset += pieces[i].byteLength;
    store<u8>(changetype<usize>(all) + offset++, NEW_LINE);
  }
  return all;
}

/** What `asc` calls where it would stop: nothing here throws, so it only has to be there. */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  unreachable();
}
