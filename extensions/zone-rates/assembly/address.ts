import { foldPostal } from "./postal";
import { bytesOf, isNumber, numberOf, prop, textOf } from "./shopify";
import { Bytes } from "./text";

/** Longer texts than this hold no place name worth having; they must not make the function fail. */
export const MOST_LETTERS: i32 = 120;

/** Where a delivery goes, as its buyer wrote it. */
export class Address {
  /** Two letters as they lie in memory. */
  country: u16 = 0;
  city: string = "";
  zip: string = "";
  address2: string = "";
  /** Upper case, without spaces. */
  postal: Bytes = new Bytes(0, 0);
  hasPosition: bool = false;
  longitude: f64 = 0;
  latitude: f64 = 0;

  constructor(written: i64, district: string) {
    const country = bytesOf(prop(written, "countryCode"));
    if (country.byteLength == 2) this.country = load<u16>(changetype<usize>(country));
    this.city = district.length > 0 ? district : textOf(prop(written, "city"), MOST_LETTERS);
    this.zip = textOf(prop(written, "zip"), MOST_LETTERS);
    this.address2 = textOf(prop(written, "address2"), MOST_LETTERS);
    this.postal = foldPostal(this.zip);
    const latitude = prop(written, "latitude");
    const longitude = prop(written, "longitude");
    if (isNumber(latitude) && isNumber(longitude)) {
      this.hasPosition = true;
      this.latitude = numberOf(latitude);
      this.longitude = numberOf(longitude);
    }
  }

  isSame(other: Address): bool {
    return (
      this.country == other.country &&
      this.city == other.city &&
      this.zip == other.zip &&
      this.address2 == other.address2 &&
      this.hasPosition == other.hasPosition &&
      this.longitude == other.longitude &&
      this.latitude == other.latitude
    );
  }
}
