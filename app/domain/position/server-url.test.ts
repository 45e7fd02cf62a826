import { expect, test } from "vitest";
import { readServerUrl } from "./server-url";

test.each(["http://maps.example", "file:///etc/passwd", "maps.example", "", "https://maps.example/#x", "http://ana:secret@maps.example"])(
  "%j is no server's address",
  (text) => expect(readServerUrl(text)).toEqual({ problem: "no_server" }),
);

test.each([
  "https://ana:secret@maps.example",
  "https://ana@maps.example",
  "https://maps.example/search?key=abc",
  "http://localhost:5000/?access_token=abc",
])("%j would keep a key in clear", (text) => expect(readServerUrl(text)).toEqual({ problem: "holds_key" }));

test.each([
  [" https://nominatim.openstreetmap.org ", "https://nominatim.openstreetmap.org/"],
  ["https://maps.example/eu/search", "https://maps.example/eu/search"],
  ["http://127.0.0.1:5000", "http://127.0.0.1:5000/"],
])("%j is one", (text, url) => expect(readServerUrl(text)).toEqual({ url }));
