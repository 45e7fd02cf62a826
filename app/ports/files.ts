/** Private files (photos, prints) under keys such as `<shopId>/photos/<id>.jpg`. */
export interface Files {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** null: no such file. */
  get(key: string): Promise<Uint8Array | null>;
  delete(key: string): Promise<void>;
}

/** `sha256` in hex of the photo as it came, `storedSha256` of the bytes that are kept: they differ where it was written anew. */
export type NormalPhoto = { bytes: Uint8Array; width: number; height: number; sha256: string; storedSha256: string };

/**
 * Upright, not larger than needed, without metadata: kept byte for byte where it is all that, else written anew.
 * Throws PermanentFailure photo_unreadable | photo_too_large.
 */
export interface Photos {
  normalise(bytes: Uint8Array): Promise<NormalPhoto>;
}
