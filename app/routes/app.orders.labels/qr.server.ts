import QRCode from "qrcode";

/** Read at arm's length, also from a label that was bent or got wet. */
export const labelQr = (code: string): Promise<string> => QRCode.toString(code, { type: "svg", errorCorrectionLevel: "Q", margin: 2 });
