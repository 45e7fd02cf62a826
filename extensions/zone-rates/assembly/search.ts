import { Address } from "./address";
import { kindAt, zoneAt } from "./entries";
import { isInCircle, isInRings } from "./geometry";
import { Heard, Name } from "./heard";
import { matchesPostal } from "./postal";
import { CIRCLE, LEFT_OUT, MIDDLE, NAME, POLYGON, POSTAL, Table, UNIT } from "./table";
import { Bytes } from "./text";

const IN: u8 = 1;
const OUT: u8 = 2;

/** Which zones cover one address, the best first; its second line is only listened to where that is asked for. */
export class Search {
  private heard: Heard;
  private byPlace: StaticArray<u8>;
  private first: i32[] | null = null;
  private second: i32[] | null = null;
  /** The names are of places of which nobody can say where they are: nothing is offered, and the second line is not asked. */
  private isUnclear: bool = false;

  constructor(
    private table: Table,
    public address: Address,
  ) {
    this.heard = new Heard(table, address.country);
    this.byPlace = placesOf(table, address);
  }

  byFirstLine(): i32[] {
    const known = this.first;
    if (known != null) return known;
    this.heard.hear(this.address.city);
    this.heard.hear(this.address.zip);
    return (this.first = this.covered());
  }

  bySecondLine(): i32[] {
    const known = this.second;
    if (known != null) return known;
    if (!this.isUnclear) this.heard.hear(this.address.address2, true);
    return (this.second = this.covered());
  }

  private covered(): i32[] {
    const zones = this.table.zones;
    const sides = this.byPlace.slice<StaticArray<u8>>(0);
    const names = this.heard.names;
    let clear = 0;
    for (let i = 0; i < names.length; i++)
      if (!names[i].isAmbiguous) {
        clear++;
        this.markZones(names[i], sides);
      }
    this.isUnclear = clear == 0 && names.length > 0;
    const covered: i32[] = [];
    if (this.isUnclear) return covered;
    for (let i = 0; i < zones.length; i++) if (sides[i] == IN && zones[i].country == this.address.country) covered.push(i);
    return covered;
  }

  private markZones(name: Name, sides: StaticArray<u8>): void {
    for (let entry = name.entry; entry != 0; entry = this.table.entries.before(entry)) {
      const kind = kindAt(entry);
      const upper = kind & ~LEFT_OUT;
      const isSaid = upper == NAME;
      const isWithin = !name.isSecond && (upper == UNIT || (upper == MIDDLE && !this.address.hasPosition));
      const zone = zoneAt(entry);
      if ((isSaid || isWithin) && zone >= 0) sides[zone] |= kind & LEFT_OUT ? OUT : IN;
    }
  }
}

/** What the address's country, postal code and position say of each zone. */
function placesOf(table: Table, address: Address): StaticArray<u8> {
  const sides = new StaticArray<u8>(table.zones.length);
  for (let i = 0; i < table.zones.length; i++) sides[i] = (table.zones[i].isCountry ? IN : 0) | (table.zones[i].isCountryLeftOut ? OUT : 0);
  for (let i = 0; i < table.parts.length; i++) {
    const part = table.parts[i];
    const side: u8 = part.kind & LEFT_OUT ? OUT : IN;
    if (part.zone < 0 || table.zones[part.zone].country != address.country || sides[part.zone] & side) continue;
    if (covers(part.kind & ~LEFT_OUT, part.text, address)) sides[part.zone] |= side;
  }
  return sides;
}

function covers(kind: u8, text: Bytes, address: Address): bool {
  if (kind == POSTAL) return address.postal.length > 0 && matchesPostal(text, address.postal);
  if (!address.hasPosition) return false;
  if (kind == CIRCLE) return isInCircle(text.start, text.end, address.longitude, address.latitude);
  return kind == POLYGON && isInRings(text.start, text.end, address.longitude, address.latitude);
}
