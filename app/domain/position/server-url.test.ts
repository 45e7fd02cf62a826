import { expect, test } from "vitest";
import { readServerUrl } from "./server-url";

test.each(["http://maps.example", "https://ana:secret@maps.example", "file:///etc/passwd", "maps.example", "", "https://maps.example/#x"])(
  "%j is no server's address",
  (text) => expect(readServerUrl(text)).toBeNull(),
);

test.each([
  [" https://nominatim.openstreetmap.org ", "https://nominatim.openstreetmap.org/"],
  ["https://maps.example/eu/search", "https://maps.example/eu/search"],
  ["http://127.0.0.1:5000", "http://127.0.0.1:5000/"],
])("%j is one", (text, url) => expect(readServerUrl(text)).toBe(url));
