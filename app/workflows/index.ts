/** The story's verbs, as routes may ask for them. Jobs are in the catalog. */
export { acceptWebhook } from "./accept-webhook";
export { saveFiscalData } from "./collect-fiscal-data";
export { confirmDelivery } from "./confirm-delivery";
export { failDelivery } from "./fail-delivery";
export { installShop } from "./install-shop";
export { openCarrierLink, quoteShipping } from "./quote-shipping";
export { openCourierLink, openCourierSession } from "./open-courier-link";
export { reassignDelivery } from "./reassign-delivery";
export { renewCourierLink } from "./renew-courier-link";
export { issueByHand, resendDocumentMail, retryDocument } from "./resume-document";
export { sendCourierLink } from "./send-courier-link";
export { startDelivery } from "./start-delivery";
export { chooseTriggers } from "./choose-triggers";
export { retryDocuments } from "./retry-documents";
export { saveCourier } from "./save-courier";
export { saveIssuer } from "./save-issuer";
export { saveZone } from "./save-zone";
export { uploadCertificate } from "./upload-certificate";
