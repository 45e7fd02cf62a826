import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { ReactNode } from "react";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { commands, queries } from "~/composition.server";
import { cardOf, type Card } from "~/courier/card";
import { courierAt, isFromOurPage } from "~/courier/door.server";
import { readCourierForm } from "~/courier/form.server";
import { courierHeaders } from "~/courier/headers";
import { PROBLEM_HEADER, problemFrom, statusOf, writeProblem, type Problem } from "~/courier/problem";
import { MoveButtons, OrderedBy } from "~/courier/stop-order";
import { ProblemNote } from "~/courier/progress";
import { RunPanel } from "~/courier/run-panel";
import { Shell } from "~/courier/shell";
import { Address, Amount, Contact, FetchFrom, StateBadge, units } from "~/courier/stop";
import { courierWords, type Say } from "~/courier/words";
import { useFreshData } from "~/ui/fresh-data";

export const headers = courierHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const { pending, done, orderedBy } = await queries.courierStops({ shop, courierId: courier.id });
  const { loadable, missing, runs } = await queries.courierRuns({ shop, courierId: courier.id });
  const toCard = (stop: (typeof pending)[number]) => cardOf(stop, { locale, shop, courier });
  const reported = new URL(args.request.url).searchParams.get("reported");
  const news = [...pending, ...done].find(({ deliveryId }) => deliveryId === reported);
  return json({
    locale,
    shop: shop.name,
    courier: courier.name,
    orderedBy,
    pending: pending.map(toCard),
    done: done.map(toCard),
    news: news ? toCard(news) : null,
    run: { loadable, isIncomplete: missing.length > 0, runs },
  });
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
    else if (intent === "propose") await commands.proposeStops(whose);
    else if (intent === "up" || intent === "down") {
      const { pending } = await queries.courierStops({ shop, courierId: courier.id });
      const shown = pending.map(({ deliveryId }) => deliveryId);
      await commands.reorderStop({ ...whose, shown, deliveryId: read.form.field("deliveryId"), way: intent });
    } else return refused({ code: "form_unreadable" });
  } catch (error) {
    return refused(problemFrom(error));
  }
  return redirect(`/courier/${shop.publicKey}`, 303);
}

const refused = (problem: Problem) =>
  json({ problem }, { status: statusOf(problem), headers: { [PROBLEM_HEADER]: writeProblem(problem) } });

export default function CourierList() {
  const { locale, shop, courier, pending, done, news, run, orderedBy } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>();
  const t = courierWords(locale);
  const count = pending.length;
  return (
    <Shell
      locale={locale}
      top={
        <>
          <span>
            <strong>{shop}</strong>
            {courier}
          </span>
          <a className="button quiet small" href="?">
            {t("refresh")}
          </a>
        </>
      }
    >
      {tried && <ProblemNote problem={tried.problem} t={t} />}
      {news && (
        <p className={news.state === "delivered" ? "note good" : "note"} role="status">
          {t(news.state === "delivered" ? "confirmed" : "failed", { order: news.orderName })}
        </p>
      )}
      {count === 0 ? (
        <section className="empty">
          <h1>{t("pending.none")}</h1>
          <p>{t("pending.noneHint")}</p>
        </section>
      ) : (
        <h1>{count === 1 ? t("pending.one") : t("pending.many", { count })}</h1>
      )}
      <RunPanel {...run} t={t} />
      {run.runs.some(({ guide }) => !guide?.pdfUrl) && <Fresh />}
      {count > 1 && <OrderedBy by={orderedBy} t={t} />}
      <ul className="stops">
        {pending.map((card, at) => (
          <Pending key={card.deliveryId} card={card} t={t}>
            {count > 1 && <MoveButtons card={card} isFirst={at === 0} isLast={at === count - 1} t={t} />}
          </Pending>
        ))}
      </ul>
      {done.length > 0 && <Done cards={done} t={t} />}
    </Shell>
  );
}

/** Asks again while a guide is awaited. */
function Fresh() {
  useFreshData();
  return null;
}

const Pending = ({ card, t, children }: { card: Card; t: Say; children: ReactNode }) => (
  <li className="panel stop">
    <p className="line">
      <strong className="order">{card.orderName}</strong>
      <StateBadge card={card} t={t} />
    </p>
    <Address card={card} t={t} />
    <FetchFrom card={card} t={t} />
    <p className="hint">{units(card, t)}</p>
    <Amount card={card} t={t} />
    <Link className="button main" to={`deliveries/${card.deliveryId}`}>
      {t("open")}
    </Link>
    <Contact card={card} t={t} />
    {children}
  </li>
);

const Done = ({ cards, t }: { cards: Card[]; t: Say }) => (
  <section>
    <h2>
      {t("doneToday")} ({cards.length})
    </h2>
    <ul className="done">
      {cards.map((card) => (
        <li key={card.deliveryId}>
          <span className="tick" aria-hidden>
            ✓
          </span>
          <Link to={`deliveries/${card.deliveryId}`}>{card.orderName}</Link>
          <span>{card.buyer}</span>
          <time>{card.deliveredAtText}</time>
        </li>
      ))}
    </ul>
  </section>
);
