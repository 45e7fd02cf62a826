type Problem = { code: string; params?: Record<string, string | number> };

/** As large as a photo may be that a phone could not make smaller. */
export const MOST_PHOTO_BYTES = 15 * 1024 * 1024;
/** Bytes that came other than they were named are asked for again so often. */
export const MOST_TRIES = 3;

/** The bytes had not the hash that their event named, once more. */
export const wrongHash = (before: Problem | null): Problem => ({
  code: "photo_hash",
  params: { tries: before?.code === "photo_hash" ? Number(before.params?.tries) + 1 : 1 },
});

/** Whether no other bytes of this photo will be taken. */
export const isFinal = ({ code, params }: Problem): boolean => code !== "photo_hash" || Number(params?.tries) >= MOST_TRIES;
