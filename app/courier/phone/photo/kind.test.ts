import { expect, test } from "vitest";
import { kindOf } from "./kind";

test.each([
  ["\xff\xd8\xff\xe0\0\x10JFIF\0\x01", "jpeg"],
  ["\x89PNG\r\n\x1a\n\0\0\0\r", "png"],
  ["RIFF\x24\0\0\0WEBPVP8 ", "webp"],
  ["\0\0\0\x18ftypheic\0\0", "heic"],
  ["\0\0\0\x18ftypmp42\0\0", null],
  ["<html>this was never a photo</html>", null],
  ["", null],
])("%j is %s", async (text, kind) => {
  expect(await kindOf(new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0))]))).toBe(kind);
});
