import { Heard } from "./heard";
import { at, bytesOf, count, input, isNumber, isObject, numberOf, prop, textOf, writeHidden } from "./shopify";
import { Address, foldPostal, Option, Table } from "./table";

/** Longer texts than this hold no place name worth having; they must not make the function fail. */
const MOST_LETTERS: i32 = 120;

/** Hides, in each delivery, the rates of zones that don't cover its address. Rates that are none of ours are left alone. */
export function cart_delivery_options_transform_run(): void {
  const root = input();
  const cart = prop(root, "cart");
  const bytes = tableBytes(prop(root, "deliveryCustomization"));
  const start = changetype<usize>(bytes);
  const table = new Table(start, start + bytes.byteLength);
  const district = textOf(prop(prop(cart, "district"), "value"), MOST_LETTERS);
  const groups = prop(cart, "deliveryGroups");
  const hidden: ArrayBuffer[] = [];
  for (let i = 0; i < count(groups); i++) hideIn(at(groups, i), table, district, hidden);
  writeHidden(hidden);
}

const NEW_LINE: u8 = 10;

/** The table's pieces behind one another; each is whole lines, whether or not the last was kept with its end. */
function tableBytes(customization: i64): ArrayBuffer {
  const pieces: ArrayBuffer[] = [];
  let length = 0;
  for (let i = 1; i <= 4; i++) {
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

function hideIn(group: i64, table: Table, district: string, hidden: ArrayBuffer[]): void {
  const written = prop(group, "deliveryAddress");
  if (!isObject(written)) return;
  const options = optionsOf(prop(group, "deliveryOptions"));
  const address = addressOf(written);
  const city = district.length > 0 ? district : textOf(prop(written, "city"), MOST_LETTERS);
  const heard = new Heard();
  heard.hear(city);
  heard.hear(textOf(prop(written, "zip"), MOST_LETTERS));
  let winner = zoneOf(table, address, heard, options);
  if (winner == NONE) {
    heard.hear(textOf(prop(written, "address2"), MOST_LETTERS), true);
    winner = zoneOf(table, address, heard, options);
  }
  for (let i = 0; i < options.length; i++) if (options[i].zone >= 0 && options[i].zone != winner) hidden.push(options[i].handle);
}

const NONE: i32 = -1;
/** Names of which nobody can say where they are: nothing is offered, and the second line is not asked. */
const UNCLEAR: i32 = -2;

function zoneOf(table: Table, address: Address, heard: Heard, options: Option[]): i32 {
  table.mark(heard.candidates, address.country);
  const all = heard.chosen();
  const clear = all.filter((one) => !one.isAmbiguous);
  const winner = table.winner(address, clear, options);
  return clear.length == 0 && all.length > 0 ? UNCLEAR : winner;
}

function optionsOf(list: i64): Option[] {
  const options: Option[] = [];
  for (let i = 0; i < count(list); i++) {
    const option = at(list, i);
    options.push(new Option(bytesOf(prop(option, "handle")), bytesOf(prop(option, "title"))));
  }
  return options;
}

function addressOf(written: i64): Address {
  const address = new Address();
  address.country = bytesOf(prop(written, "countryCode"));
  address.zip = foldPostal(textOf(prop(written, "zip"), MOST_LETTERS));
  const latitude = prop(written, "latitude");
  const longitude = prop(written, "longitude");
  if (isNumber(latitude) && isNumber(longitude)) {
    address.hasPosition = true;
    address.latitude = numberOf(latitude);
    address.longitude = numberOf(longitude);
  }
  return address;
}

/** What `asc` calls where it would stop: nothing here throws, so it only has to be there. */
export function abort(message: string | null, file: string | null, line: u32, column: u32): void {
  unreachable();
}
