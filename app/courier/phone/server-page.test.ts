import { expect, test } from "vitest";
import { isServerPage, serverPage } from "./server-page";

test("the server's own page is asked for once, with all that stands in the address", () => {
  const instead = serverPage("https://app.test/courier/demo?reported=1")!;
  expect(new URL(instead).searchParams.get("reported")).toBe("1");
  expect(isServerPage(new URL(instead).searchParams)).toBe(true);
  expect(serverPage(instead)).toBeNull();
});
