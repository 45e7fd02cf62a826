import { BlockList, isIP } from "node:net";

/** What is no address of the public internet (IANA's special-purpose registries): our own machine, its neighbours, clouds' metadata. */
const SPECIAL: [string, number, "ipv4" | "ipv6"][] = [
  ["0.0.0.0", 8, "ipv4"],
  ["10.0.0.0", 8, "ipv4"],
  ["100.64.0.0", 10, "ipv4"],
  ["127.0.0.0", 8, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["172.16.0.0", 12, "ipv4"],
  ["192.0.0.0", 24, "ipv4"],
  ["192.168.0.0", 16, "ipv4"],
  ["198.18.0.0", 15, "ipv4"],
  ["224.0.0.0", 3, "ipv4"],
  ["::", 127, "ipv6"],
  ["64:ff9b::", 96, "ipv6"],
  ["64:ff9b:1::", 48, "ipv6"],
  ["2002::", 16, "ipv6"],
  ["fc00::", 7, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
const special = new BlockList();
for (const range of SPECIAL) special.addSubnet(...range);

/** Whether it must not be asked on a merchant's word. What is no address at all is none of the public ones. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  // An IPv4 address in the clothes of IPv6 is looked up as what it is.
  return family === 0 || special.check(address, family === 6 ? "ipv6" : "ipv4");
}
