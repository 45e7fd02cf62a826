import type { LocationsRefusal, ShopLocation } from "~/ports/location-records";
import { deniedIn } from "./denied";
import type { Page } from "./order-node";
import type { Run } from "./read-on";

type LocationNode = {
  id: string;
  name: string;
  isActive: boolean;
  address: Pick<ShopLocation, "address1" | "address2" | "city" | "province" | "zip" | "countryCode">;
};

/** Every location of the shop, page by page. Where the merchant hasn't granted `read_locations`, that is the answer. */
export async function readLocations(run: Run): Promise<ShopLocation[] | LocationsRefusal> {
  const found: ShopLocation[] = [];
  let after: string | null = null;
  try {
    do {
      const { locations }: { locations: Page<LocationNode> } = await run("Locations", { after });
      found.push(...locations.nodes.map(toLocation));
      after = locations.pageInfo.hasNextPage ? locations.pageInfo.endCursor : null;
    } while (after);
    return found;
  } catch (error) {
    const denied = deniedIn(error);
    if (denied) return { state: "no_scope", reason: denied };
    throw error;
  }
}

function toLocation({ id, name, isActive, address }: LocationNode): ShopLocation {
  const { address1, address2, city, province, zip, countryCode } = address;
  return { gid: id, name, active: isActive, address1, address2, city, province, zip, countryCode };
}
