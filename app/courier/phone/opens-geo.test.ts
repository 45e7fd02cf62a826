import { expect, test } from "vitest";
import { opensGeo } from "./opens-geo";

test.each([
  ["Mozilla/5.0 (Linux; Android 14; Pixel 7)", 5, true],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)", 5, false],
  // An iPad says that it is a Mac.
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 5, false],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", 0, true],
])("%s with %i fingers opens geo links: %s", (userAgent, touches, opens) => {
  expect(opensGeo(userAgent, touches)).toBe(opens);
});
