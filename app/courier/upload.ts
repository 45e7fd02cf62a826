import { PROBLEM_HEADER, readProblem, type Problem } from "./problem";

export type Uploaded = { kind: "done"; url: string } | { kind: "refused"; problem: Problem } | { kind: "offline" };

const TIMEOUT_MS = 120_000;

/** Sends the form and tells how far it is (0–100). `fetch` can't tell that. */
export function upload(url: string, form: FormData, onProgress: (percent: number) => void): Promise<Uploaded> {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.timeout = TIMEOUT_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 100 : Math.round((loaded / total) * 100));
    request.onload = () => done(answerOf(request));
    request.onerror = request.ontimeout = request.onabort = () => done({ kind: "offline" });
    request.send(form);
  });
}

function answerOf(request: XMLHttpRequest): Uploaded {
  if (request.status >= 200 && request.status < 300) return { kind: "done", url: request.responseURL };
  // A gateway's answer isn't ours: we may never have been reached.
  if (request.status >= 502 && request.status <= 504) return { kind: "offline" };
  return { kind: "refused", problem: readProblem(request.getResponseHeader(PROBLEM_HEADER)) ?? { code: "unknown" } };
}
