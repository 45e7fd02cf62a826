import { expect, test } from "vitest";
import type { AuthorityMessage } from "../pack";
import { reactionTo, type Reaction } from "./responses";

const error = (code: string): AuthorityMessage => ({ code, text: "", detail: null, kind: "error" });
const warning = (code: string): AuthorityMessage => ({ ...error(code), kind: "warning" });

test.each<[AuthorityMessage[], Reaction, string]>([
  [[error("39")], "reject", "39"],
  [[error("43")], "ask", "43"],
  [[error("70")], "ask", "70"],
  [[error("45")], "burn", "45"],
  [[error("50")], "again", "50"],
  [[error("99")], "again", "99"],
  [[error("31415")], "reject", "31415"],
  [[warning("60"), error("50")], "again", "50"],
  [[warning("60")], "reject", "60"],
  [[error("50"), error("52")], "reject", "52"],
  [[error("35"), error("45")], "burn", "45"],
  [[error("45"), error("43")], "ask", "43"],
  [[], "reject", ""],
])("%j: %s because of %j", (messages, reaction, code) => {
  expect(reactionTo(messages)).toEqual({ reaction, code });
});
