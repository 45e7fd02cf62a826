import type { Say } from "../words";
import { parcelsOf, type Found } from "./find-parcel";

/** What is said of a code that leads to no parcel of this courier's. */
export function wordsOf(found: Exclude<Found, { code: "parcel" }>, t: Say): string {
  switch (found.code) {
    case "which": {
      const { orderName: order } = found.stop;
      return t("scan.which", { order, of: parcelsOf(found.stop), example: `${order.replace(/^#/, "")}/2` });
    }
    case "beyond":
      return t("scan.beyond", { order: found.stop.orderName, of: parcelsOf(found.stop), number: found.number });
    case "several":
      return t("scan.several", { order: found.orderName });
    case "takenOver":
      return t("scan.takenOver", { order: found.orderName, courier: found.courier });
    case "notYours":
    case "unknown":
      return t(`scan.${found.code}`);
  }
}
