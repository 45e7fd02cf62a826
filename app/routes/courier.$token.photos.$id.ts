import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { commands } from "~/composition.server";
import { courierAt, isFromOurPage, PRIVATE } from "~/courier/door.server";
import { bodyUpTo } from "~/courier/form.server";
import { inTurn } from "~/courier/in-turn";
import { PROBLEM_HEADER, statusOf, writeProblem, type Problem } from "~/courier/problem";
import { PART_BYTES } from "~/domain/phone-event/event";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const UNKNOWN: Problem = { code: "photo_unknown" };

/** A fleet that comes back into signal sends its photos at once. */
const doors = { ...commands, openCourierSession: commands.openRecentSession };

/**
 * Enough to keep the processors and the disk busy: a fleet's photos take minutes whatever we do, and its events must not wait behind them. Only what is
 * here whole has its turn: a phone on a bad line holds up nobody.
 */
const aFewAtOnce = inTurn(6);

type Progress = NonNullable<Awaited<ReturnType<typeof commands.photoProgress>>>;

/** HEAD: how much of a photo is here. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier } = await courierAt(doors, args);
  const shotId = shotIdIn(args);
  const progress = shotId && (await commands.photoProgress({ shopId: shop.id, courierId: courier.id, shotId }));
  return progress ? answer(progress, progress.problem?.isFinal ? statusOf(progress.problem.worded) : 200) : refused(UNKNOWN);
}

/** PUT: the next piece of it, at the offset that a header says. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  if (request.method !== "PUT") return new Response(null, { status: 405, headers: { ...PRIVATE, Allow: "HEAD, PUT" } });
  if (!isFromOurPage(request)) return refused({ code: "foreign_origin" });
  const { shop, courier } = await courierAt(doors, args);
  const shotId = shotIdIn(args);
  const offset = /^\d{1,9}$/.exec(request.headers.get("Upload-Offset") ?? "");
  if (!shotId) return refused(UNKNOWN);
  if (!offset) return refused({ code: "form_unreadable" });
  const { bytes, isCut } = await bodyUpTo(PART_BYTES, request.body);
  if (isCut) return refused({ code: "photo_too_large", why: "bytes" });
  const part = { shopId: shop.id, courierId: courier.id, shotId, offset: Number(offset[0]), bytes };
  const taken = await aFewAtOnce(() => commands.takePhotoPart(part));
  if (!taken) return refused(UNKNOWN);
  const { result, progress } = taken;
  if (result === "refused") return answer(progress, statusOf(progress.problem!.worded));
  return answer(progress, result === "taken" ? 204 : 409);
}

const shotIdIn = ({ params: { id = "" } }: LoaderFunctionArgs): string | null => (UUID.test(id) ? id.toLowerCase() : null);

const problemOf = ({ problem }: Progress): Problem | null => {
  const why = problem?.worded.params?.why;
  return problem && { code: problem.worded.code, ...(why ? { why: String(why) } : {}) };
};
const answer = (progress: Progress, status: number): Response => {
  const problem = problemOf(progress);
  return new Response(null, {
    status,
    headers: {
      ...PRIVATE,
      "Upload-Offset": String(progress.offset),
      "Upload-Length": String(progress.length),
      ...(problem ? { [PROBLEM_HEADER]: writeProblem(problem) } : {}),
    },
  });
};

const refused = (problem: Problem): Response =>
  new Response(null, { status: statusOf(problem), headers: { ...PRIVATE, [PROBLEM_HEADER]: writeProblem(problem) } });
