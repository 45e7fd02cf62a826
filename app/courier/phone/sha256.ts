const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 of bytes or of a text's UTF-8, in hex. */
export const sha256 = async (content: ArrayBuffer | string): Promise<string> =>
  hex(await crypto.subtle.digest("SHA-256", typeof content === "string" ? new TextEncoder().encode(content) : content));
