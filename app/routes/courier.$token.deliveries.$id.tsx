import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { commands, mapGround, ports, queries } from "~/composition.server";
import { courierAssets } from "~/courier/assets.server";
import { dayOf } from "~/courier/day.server";
import { doorOf } from "~/courier/door-rules";
import { courierAt, isFromOurPage, refuse } from "~/courier/door.server";
import { readCourierForm, type CourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { StopPage } from "~/courier/pages/stop-page";
import { TakenOver } from "~/courier/pages/taken-over";
import { parcelsOfFields } from "~/courier/parcels/told";
import { PROBLEM_HEADER, problemFrom, statusOf, writeProblem, type Problem } from "~/courier/problem";
import { reportedText } from "~/courier/reported";
import { confirmationIn, failureIn } from "~/courier/report";

export const headers = courierHeaders;
export const handle = { hasOwnScript: true };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const day = dayOf(await queries.courierDay({ shop, courierId: courier.id }), { shop, courier, locale, ...mapGround });
  const stop = [...day.pending, ...day.done].find(({ deliveryId }) => deliveryId === args.params.id);
  if (!stop) throw refuse(args.request, "stop_gone", 404, locale);
  // The forms work without a script too: then these are the reports' ids.
  return json({
    locale,
    day,
    stop,
    reported: new URL(args.request.url).searchParams.get("reported"),
    script: courierAssets?.app ?? null,
    confirmId: ports.ids.uuid(),
    failId: ports.ids.uuid(),
    returnId: ports.ids.uuid(),
  });
}

export async function action(args: ActionFunctionArgs) {
  if (!isFromOurPage(args.request)) return refused({ code: "foreign_origin" });
  const { shop, courier, locale } = await courierAt(commands, args);
  const { id = "" } = args.params;
  if (!UUID.test(id)) throw refuse(args.request, "stop_gone", 404, locale);
  const read = await readCourierForm(args.request, commands.readPhoto);
  if (!read.ok) return refused(read.problem, read.form);
  const problem = await report(read.form, { shopId: shop.id, courierId: courier.id, deliveryId: id });
  // The page can't be shown again either: whoever reads it, or its script, learns that from this answer.
  if (problem?.code === "delivery_not_yours") throw refuse(args.request, "stop_gone", statusOf(problem), locale);
  if (problem) return refused(problem, read.form);
  return redirect(`/courier/${shop.publicKey}${nextOf(read.form, id)}`, 303);
}

/** On its page whoever set out goes on; else the list, or the other delivery at the same door. */
function nextOf({ field }: Pick<CourierForm, "field">, id: string): string {
  const intent = field("intent");
  if (intent === "start") return `/deliveries/${id}`;
  const page = intent === "confirm" && UUID.test(field("next")) ? `/deliveries/${field("next")}` : "";
  return `${page}?reported=${reportedText(id, intent === "return")}`;
}

type Photo = Awaited<ReturnType<typeof commands.readPhoto>>;
type Whose = { shopId: string; courierId: string; deliveryId: string };

/** What the courier pressed, done; or what stands in the way. */
async function report(form: CourierForm<Photo>, whose: Whose): Promise<Problem | null> {
  try {
    switch (form.field("intent")) {
      case "start":
        await commands.startDelivery({ ...whose, parcels: parcelsOfFields(form.field) });
        if (UUID.test(form.field("also"))) await commands.startDelivery({ ...whose, deliveryId: form.field("also") });
        return null;
      case "confirm": {
        const parsed = confirmationIn(form);
        if (parsed.ok) await commands.confirmDelivery({ ...whose, ...parsed.value });
        return parsed.ok ? null : parsed.problem;
      }
      case "fail": {
        const parsed = failureIn(form);
        if (parsed.ok) await commands.failDelivery({ ...whose, ...parsed.value });
        return parsed.ok ? null : parsed.problem;
      }
      case "return": {
        const parsed = confirmationIn(form);
        if (parsed.ok) await commands.returnDelivery({ ...whose, returnId: parsed.value.confirmationId, ...parsed.value });
        return parsed.ok ? null : parsed.problem;
      }
      case "undo": {
        const reportId = form.field("undoes");
        if (!UUID.test(reportId)) return { code: "form_unreadable" };
        await commands.undoReport({ ...whose, undoId: ports.ids.uuid(), reportId });
        return null;
      }
      default:
        return { code: "form_unreadable" };
    }
  } catch (error) {
    return problemFrom(error);
  }
}

/** Of what was typed everything comes back but a PIN, which is asked for anew. */
const refused = (problem: Problem, form?: CourierForm<Photo>) =>
  json(
    { problem, receivedBy: form?.field("receivedBy") ?? "", intent: form?.field("intent") ?? "", typed: { ...form?.typed, pin: "" } },
    { status: statusOf(problem), headers: { [PROBLEM_HEADER]: writeProblem(problem) } },
  );

export default function CourierDelivery() {
  const { locale, day, stop, reported, script, confirmId, failId, returnId } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>() ?? null;
  const form = { confirmId, failId, returnId, tried };
  return (
    <TakenOver state={{ day, reported, problem: null, form }} script={script}>
      <StopPage {...{ locale, stop, form, reported }} list={`/courier/${day.shop.key}`} door={doorOf(day)} />
    </TakenOver>
  );
}
