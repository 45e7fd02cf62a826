import { expect, test } from "vitest";
import { isPrivateAddress } from "./private-address";

test.each(
  "127.0.0.1 10.1.2.3 172.31.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 ::1 :: fd00::1 fe80::1 ::ffff:127.0.0.1 ::ffff:a00:1 nonsense".split(
    " ",
  ),
)("%s is not asked", (address) => {
  expect(isPrivateAddress(address)).toBe(true);
});

test.each(["8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111"])("%s is", (address) => {
  expect(isPrivateAddress(address)).toBe(false);
});
