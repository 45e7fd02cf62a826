/** What the screens read, as routes may ask for it. */
export { certificateNotice } from "./certificate-notice";
export { courierRuns, stopHindrance } from "./courier-runs";
export { courierStop, courierStops } from "./courier-stops";
export { courierList, courierPage } from "./courier-list";
export { documentList } from "./document-list";
export { file } from "./file";
export { merchant } from "./merchant";
export { orderDesk } from "./order-desk";
export { orderPage } from "./order-page";
export { paymentCodes } from "./payment-codes";
export { placesPage } from "./places-page";
export { seriesPage } from "./series-page";
export { settingsPage } from "./settings-page";
export { setupGaps } from "./setup-gaps";
export { shadowPage } from "./shadow-page";
export { shadowTable } from "./shadow-table";
export { taxesPage } from "./taxes-page";
export { zoneList } from "./zone-list";
