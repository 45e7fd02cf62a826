import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commands, mapGround, queries } from "~/composition.server";
import { courierAssets } from "~/courier/assets.server";
import { dayOf } from "~/courier/day.server";
import { courierAt, isFromOurPage } from "~/courier/door.server";
import { readCourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { ListPage } from "~/courier/pages/list-page";
import { TakenOver } from "~/courier/pages/taken-over";
import { SHIFT_KINDS, type ShiftKind } from "~/domain/shift/shift";
import { PROBLEM_HEADER, problemFrom, statusOf, writeProblem, type Problem } from "~/courier/problem";

export const headers = courierHeaders;
export const handle = { hasOwnScript: true };

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const reported = new URL(args.request.url).searchParams.get("reported");
  const day = dayOf(await queries.courierDay({ shop, courierId: courier.id }), { shop, courier, locale, ...mapGround });
  return json({ locale, reported, script: courierAssets?.app ?? null, day });
}

/** What is done with all stops at once: loading them, and putting them in order. */
export async function action(args: ActionFunctionArgs) {
  const { shop, courier } = await courierAt(commands, args);
  if (!isFromOurPage(args.request)) return refused({ code: "foreign_origin" });
  const read = await readCourierForm(args.request);
  if (!read.ok) return refused(read.problem);
  const whose = { shopId: shop.id, courierId: courier.id };
  const intent = read.form.field("intent");
  try {
    if (intent === "load") await commands.loadRun(whose);
    else if (isShiftKind(intent))
      await commands.tellShift({ ...whose, kind: intent, sharesPosition: read.form.field("sharesPosition") === "yes" });
    else if (intent === "propose") await commands.proposeStops(whose);
    else if (intent === "up" || intent === "down") {
      const { pending: shown } = await queries.courierStops({ shop, courierId: courier.id });
      await commands.reorderStop({ ...whose, shown, deliveryId: read.form.field("deliveryId"), way: intent });
    } else return refused({ code: "form_unreadable" });
  } catch (error) {
    return refused(problemFrom(error));
  }
  return redirect(`/courier/${shop.publicKey}`, 303);
}

const isShiftKind = (intent: string): intent is ShiftKind => SHIFT_KINDS.some((kind) => kind === intent);

const refused = (problem: Problem) =>
  json({ problem }, { status: statusOf(problem), headers: { [PROBLEM_HEADER]: writeProblem(problem) } });

export default function CourierList() {
  const { day, reported, script } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return (
    <TakenOver state={{ day, reported, problem, form: null }} script={script}>
      <ListPage day={day} reported={reported} problem={problem} />
    </TakenOver>
  );
}
