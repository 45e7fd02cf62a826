import QRCode from "qrcode";

/** The link as a picture that any camera reads; it never leaves our own page. */
export const qrSvg = (url: string): Promise<string> => QRCode.toString(url, { type: "svg", errorCorrectionLevel: "M", margin: 1 });
