import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { commands, queries } from "~/composition.server";
import { cardOf, type Card } from "~/courier/card";
import { courierAt } from "~/courier/door.server";
import { courierHeaders } from "~/courier/headers";
import { Shell } from "~/courier/shell";
import { Address, Amount, Contact, StateBadge, units } from "~/courier/stop";
import { courierWords, type Say } from "~/courier/words";

export const headers = courierHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { shop, courier, locale } = await courierAt(commands, args);
  const { pending, done } = await queries.courierStops({ shop, courierId: courier.id });
  const toCard = (stop: (typeof pending)[number]) => cardOf(stop, { locale, shop, courier });
  const reported = new URL(args.request.url).searchParams.get("reported");
  const news = [...pending, ...done].find(({ deliveryId }) => deliveryId === reported);
  return json({
    locale,
    shop: shop.name,
    courier: courier.name,
    pending: pending.map(toCard),
    done: done.map(toCard),
    news: news ? toCard(news) : null,
  });
}

export default function CourierList() {
  const { locale, shop, courier, pending, done, news } = useLoaderData<typeof loader>();
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
      <ul className="stops">
        {pending.map((card) => (
          <Pending key={card.deliveryId} card={card} t={t} />
        ))}
      </ul>
      {done.length > 0 && <Done cards={done} t={t} />}
    </Shell>
  );
}

const Pending = ({ card, t }: { card: Card; t: Say }) => (
  <li className="panel stop">
    <p className="line">
      <strong className="order">{card.orderName}</strong>
      <StateBadge card={card} t={t} />
    </p>
    <Address card={card} t={t} />
    <p className="hint">{units(card, t)}</p>
    <Amount card={card} t={t} />
    <Link className="button main" to={`deliveries/${card.deliveryId}`}>
      {t("open")}
    </Link>
    <Contact card={card} t={t} />
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
