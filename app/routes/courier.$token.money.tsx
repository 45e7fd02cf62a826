import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commands, mapGround, ports, queries } from "~/composition.server";
import { courierAssets } from "~/courier/assets.server";
import { dayOf } from "~/courier/day.server";
import { courierAt, isFromOurPage } from "~/courier/door.server";
import { readCourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { moneyReportIn } from "~/courier/money-report";
import { MoneyPage } from "~/courier/pages/money-page";
import { TakenOver } from "~/courier/pages/taken-over";
import { PROBLEM_HEADER, problemFrom, statusOf, writeProblem, type Problem } from "~/courier/problem";

export const headers = courierHeaders;
export const handle = { hasOwnScript: true };

const SHOWN_DAYS = 31;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const day = dayOf(await queries.courierDay({ shop, courierId: courier.id, moneyDays: SHOWN_DAYS }), {
    shop,
    courier,
    locale,
    ...mapGround,
  });
  return json({ day, script: courierAssets?.app ?? null, newId: ports.ids.uuid() });
}

/** What the courier says about money: cash that changed hands, yes or no to a statement. */
export async function action(args: ActionFunctionArgs) {
  const { shop, courier } = await courierAt(commands, args);
  if (!isFromOurPage(args.request)) return refused({ code: "foreign_origin" });
  const read = await readCourierForm(args.request);
  if (!read.ok) return refused(read.problem);
  const said = moneyReportIn(read.form);
  if ("code" in said) return refused(said);
  try {
    await commands.sayOfMoney({ shopId: shop.id, courierId: courier.id, said });
  } catch (error) {
    return refused(problemFrom(error));
  }
  return redirect(`/courier/${shop.publicKey}/money`, 303);
}

const refused = (problem: Problem) =>
  json({ problem }, { status: statusOf(problem), headers: { [PROBLEM_HEADER]: writeProblem(problem) } });

export default function CourierMoneyPage() {
  const { day, script, newId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  return (
    <TakenOver state={{ day, reported: null, problem, form: null, newId }} script={script}>
      <MoneyPage day={day} newId={newId} problem={problem} />
    </TakenOver>
  );
}
