import { processPhoto, type Asked } from "./process-photo";

/** What this worker is asked and answers; `failure`: it could not even try. */
export type Question = Asked & { number: number };
export type Reply = { number: number; processed: Awaited<ReturnType<typeof processPhoto>> } | { number: number; failure: string };

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const answer = (reply: Reply) => postMessage(reply);
  processPhoto(data).then(
    (processed) => answer({ number: data.number, processed }),
    (error: unknown) => answer({ number: data.number, failure: String(error) }),
  );
});
