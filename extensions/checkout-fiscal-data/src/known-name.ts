import { host, useLive } from "./host";

/** The name checkout already has, for the legal name to start from; empty without the approval to read it. RUCs prefer the company. */
export function useKnownName(idType: string): string {
  const address = useLive(host().shippingAddress);
  const customer = useLive(host().buyerIdentity?.customer);
  const person =
    address?.name || joined(address?.firstName, address?.lastName) || customer?.fullName || joined(customer?.firstName, customer?.lastName);
  return (idType === "ruc" && address?.company) || person;
}

const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join(" ");
