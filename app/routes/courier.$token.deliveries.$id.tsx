import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { commands, ports, queries } from "~/composition.server";
import { cardOf } from "~/courier/card";
import { ConfirmForm } from "~/courier/confirm-form";
import { courierAt, isFromOurPage, refuse } from "~/courier/door.server";
import { FailForm } from "~/courier/fail-form";
import { readCourierForm, type CourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { PROBLEM_HEADER, problemFrom, statusOf, writeProblem, type Problem } from "~/courier/problem";
import { ProblemNote } from "~/courier/progress";
import { confirmationIn, failureIn } from "~/courier/report";
import { Shell } from "~/courier/shell";
import { StartPanel } from "~/courier/start-panel";
import { Address, Amount, Contact, FetchFrom, Goods, StateBadge, units } from "~/courier/stop";
import { courierWords } from "~/courier/words";

export const headers = courierHeaders;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const { id = "" } = args.params;
  const stop = UUID.test(id) ? await queries.courierStop({ shop, courierId: courier.id, deliveryId: id }) : null;
  if (!stop) throw refuse(args.request, "stop_gone", 404, locale);
  // The forms work without JavaScript too: then these are the reports' ids.
  return json({
    locale,
    list: `/courier/${shop.publicKey}`,
    card: cardOf(stop, { locale, shop, courier }),
    cover: await queries.stopCover({ shop, deliveryId: id }),
    hindrance: await queries.stopHindrance({ shop, deliveryId: id }),
    confirmId: ports.ids.uuid(),
    failId: ports.ids.uuid(),
  });
}

export async function action(args: ActionFunctionArgs) {
  if (!isFromOurPage(args.request)) return refused({ code: "foreign_origin" });
  const { shop, courier, locale } = await courierAt(commands, args);
  const { id = "" } = args.params;
  if (!UUID.test(id)) throw refuse(args.request, "stop_gone", 404, locale);
  const read = await readCourierForm(args.request);
  if (!read.ok) return refused(read.problem, read.form);
  const problem = await report(read.form, { shopId: shop.id, courierId: courier.id, deliveryId: id });
  // The page can't be shown again either: whoever reads it, or its script, learns that from this answer.
  if (problem?.code === "delivery_not_yours") throw refuse(args.request, "stop_gone", statusOf(problem), locale);
  if (problem) return refused(problem, read.form);
  const isStart = read.form.field("intent") === "start";
  return redirect(isStart ? `/courier/${shop.publicKey}/deliveries/${id}` : `/courier/${shop.publicKey}?reported=${id}`, 303);
}

type Whose = { shopId: string; courierId: string; deliveryId: string };

/** What the courier pressed, done; or what stands in the way. */
async function report(form: CourierForm, whose: Whose): Promise<Problem | null> {
  try {
    switch (form.field("intent")) {
      case "start":
        await commands.startDelivery(whose);
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
      default:
        return { code: "form_unreadable" };
    }
  } catch (error) {
    return problemFrom(error);
  }
}

const refused = (problem: Problem, form?: CourierForm) =>
  json(
    { problem, receivedBy: form?.field("receivedBy") ?? "", intent: form?.field("intent") ?? "" },
    { status: statusOf(problem), headers: { [PROBLEM_HEADER]: writeProblem(problem) } },
  );

export default function CourierDelivery() {
  const { locale, list, card, cover, hindrance, confirmId, failId } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const t = courierWords(locale);
  const isOut = card.state === "out_for_delivery";
  return (
    <Shell
      locale={locale}
      top={
        <Link className="button quiet small" to={list}>
          ‹ {t("back")}
        </Link>
      }
    >
      <p className="line">
        <strong className="order">{card.orderName}</strong>
        <StateBadge card={card} t={t} />
      </p>
      {tried && <ProblemNote problem={tried.problem} t={t} />}
      <section className="panel">
        <Address card={card} t={t} />
        <FetchFrom card={card} t={t} />
        <p className="hint">{units(card, t)}</p>
        <Goods card={card} />
        {card.state === "delivered" ? (
          <p className="note good">{t("delivered.at", { time: card.deliveredAtText ?? "" })}</p>
        ) : (
          <Amount card={card} t={t} />
        )}
        <Contact card={card} t={t} />
      </section>
      {cover && (
        <p className={cover.number ? "note good" : "note"}>
          {cover.number ? t("cover.authorised", { number: cover.number }) : t("cover.awaited")}
        </p>
      )}
      <StartPanel state={card.state} hindrance={hindrance} t={t} />
      {isOut && <ConfirmForm serverId={confirmId} buyer={card.buyer} receivedBy={tried?.receivedBy ?? ""} t={t} />}
      {isOut && <FailForm serverId={failId} isOpen={tried?.intent === "fail"} t={t} />}
    </Shell>
  );
}
