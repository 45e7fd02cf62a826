import { expect, test } from "vitest";
import { deviceName } from "./device-name";

const LIKE = "AppleWebKit/537.36 (KHTML, like Gecko)";
test.each([
  [`Mozilla/5.0 (Linux; Android 10; K) ${LIKE} Chrome/131.0.0.0 Mobile Safari/537.36`, "Android · Chrome"],
  [
    `Mozilla/5.0 (Linux; Android 14; SM-A145M) ${LIKE} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36`,
    "Android · Samsung Internet",
  ],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${LIKE} Version/18.1 Mobile/15E148 Safari/604.1`, "iPhone · Safari"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) ${LIKE} CriOS/131.0 Mobile/15E148 Safari/604.1`, "iPhone · Chrome"],
  ["Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", "Android · Firefox"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${LIKE} Chrome/131.0.0.0 Safari/537.36 Edg/131.0`, "Windows · Edge"],
  ["curl/8.5.0", ""],
  [null, ""],
])("%s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
