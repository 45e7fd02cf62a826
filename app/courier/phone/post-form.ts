import { PROBLEM_HEADER, readProblem, type Problem } from "../problem";

/** Sends a form that only the server can answer to the page it stands on. null: done. */
export async function postForm(form: FormData): Promise<Problem | null> {
  const url = `${location.pathname.replace(/\/deliveries\/.*$/, "")}?index`;
  try {
    // The answer leads on to the list, which the phone's program reads as data.
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(form as never), redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.ok) return null;
    return readProblem(answer.headers.get(PROBLEM_HEADER)) ?? { code: "unknown" };
  } catch (error) {
    if (error instanceof TypeError) return { code: "no_signal" };
    throw error;
  }
}
