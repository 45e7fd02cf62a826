// As app/domain/zone/geometry.ts and app/domain/geo/point.ts reckon; numbers of the table are whole hundred-thousandths of a degree.
const DEGREE: f64 = 100000;
const SPACE: u8 = 32;
const COMMA: u8 = 44;
const SLASH: u8 = 47;
const MINUS: u8 = 45;
const EARTH_METRES: f64 = 6371008.8;

let cursor: usize = 0;

/** The whole number at the cursor, which moves past it. */
function whole(end: usize): f64 {
  let isNegative = false;
  let value: f64 = 0;
  if (cursor < end && load<u8>(cursor) == MINUS) {
    isNegative = true;
    cursor++;
  }
  for (; cursor < end; cursor++) {
    const digit = load<u8>(cursor);
    if (digit < 48 || digit > 57) break;
    value = value * 10 + ((digit - 48) as f64);
  }
  return isNegative ? -value : value;
}

function skip(end: usize, byte: u8): void {
  if (cursor < end && load<u8>(cursor) == byte) cursor++;
}

/** "longitude,latitude,metres". */
export function isInCircle(from: usize, end: usize, longitude: f64, latitude: f64): bool {
  cursor = from;
  const x = whole(end) / DEGREE;
  skip(end, COMMA);
  const y = whole(end) / DEGREE;
  skip(end, COMMA);
  return haversine(y, x, latitude, longitude) <= whole(end);
}

function radians(degrees: f64): f64 {
  return (degrees * Math.PI) / 180;
}

function haversine(latitude1: f64, longitude1: f64, latitude2: f64, longitude2: f64): f64 {
  const sinLatitude = Math.sin(radians(latitude2 - latitude1) / 2);
  const sinLongitude = Math.sin(radians(longitude2 - longitude1) / 2);
  const h = sinLatitude * sinLatitude + Math.cos(radians(latitude1)) * Math.cos(radians(latitude2)) * sinLongitude * sinLongitude;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Rings parted by "/", corners by a space, each the step from the one before; inside the first ring and in none of the others. */
export function isInRings(from: usize, end: usize, longitude: f64, latitude: f64): bool {
  cursor = from;
  let isFirst = true;
  while (cursor < end) {
    const isInside = isInRing(end, longitude, latitude);
    if (isFirst ? !isInside : isInside) return false;
    isFirst = false;
    skip(end, SLASH);
  }
  return !isFirst;
}

/** A ring is closed: its last corner is its first, so that each side runs from the corner before. */
function isInRing(end: usize, x: f64, y: f64): bool {
  let isInside = false;
  let isStart = true;
  let wholeX: f64 = 0;
  let wholeY: f64 = 0;
  let x2: f64 = 0;
  let y2: f64 = 0;
  while (cursor < end && load<u8>(cursor) != SLASH) {
    wholeX += whole(end);
    skip(end, COMMA);
    wholeY += whole(end);
    skip(end, SPACE);
    const x1 = wholeX / DEGREE;
    const y1 = wholeY / DEGREE;
    if (!isStart && y1 > y != y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
    isStart = false;
    x2 = x1;
    y2 = y1;
  }
  return isInside;
}
