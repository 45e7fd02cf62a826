const MAX_SIDE = 1600;
const QUALITY = 0.82;

/**
 * The photo at most 1600 px, as JPEG, so that it goes through on a slow network. The original when this phone can't read or redraw it
 * (HEIC, no canvas): the server then decides.
 */
export async function downscale(photo: File): Promise<Blob> {
  const picture = await read(photo);
  if (!picture) return photo;
  const scale = Math.min(1, MAX_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return smaller && smaller.size < photo.size ? smaller : photo;
}

async function read(photo: File): Promise<ImageBitmap | null> {
  if (typeof createImageBitmap !== "function") return null;
  return createImageBitmap(photo, { imageOrientation: "from-image" }).catch((error: unknown) => {
    // InvalidStateError: this browser doesn't know the format.
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  });
}
