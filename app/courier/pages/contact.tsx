import type { Card } from "../card";
import { waysTo, type Navigation, type Way } from "../navigation";
import { usePhoneProgram, usePhoneSays } from "../phone-port";
import type { Say } from "../words";
import { Icon } from "./icon";

type Props = { card: Card; isShort?: boolean; t: Say };

/** Call, write, go there: by what the courier took last, large. `isShort`: one line without words, for those who see the pictures. */
export function Contact({ card, isShort = false, t }: Props) {
  const phone = usePhoneProgram();
  const last = usePhoneSays(({ navigation }) => navigation);
  const ways = waysTo(card, last).filter(({ name }) => name !== "geo" || phone?.opensGeo !== false);
  const isKnown = last !== null && ways[0]?.name === last;
  const go = ({ name, url }: Way, words?: string) => (
    <Link key={name} {...{ name, url, isShort, t, ...(words && { words }) }} onTaken={() => phone?.takeWay(name)} />
  );
  if (ways.length === 0 && !card.callUrl && !card.whatsappUrl) return null;
  const shown = isShort ? ways.slice(0, isKnown ? 1 : 2) : isKnown ? ways.slice(1) : ways;
  return (
    <div className={isShort ? "contact short" : "contact"} role="group" aria-label={t("reach", { order: card.orderName })}>
      {!isShort && isKnown && go(ways[0]!, t(`go.${last}`))}
      {card.callUrl && <Link name="call" url={card.callUrl} {...{ isShort, t }} />}
      {card.whatsappUrl && <Link name="whatsapp" url={card.whatsappUrl} {...{ isShort, t }} />}
      {shown.map((way) => go(way))}
    </div>
  );
}

/** `words`: of the large one. */
type LinkProps = { name: "call" | "whatsapp" | Navigation; url: string; words?: string; isShort: boolean; onTaken?: () => void; t: Say };

const Link = ({ name, url, words, isShort, onTaken, t }: LinkProps) => (
  <a
    className={words ? "button use wide" : "button quiet"}
    href={url}
    onClick={onTaken}
    aria-label={isShort ? t(name) : undefined}
    {...(name === "call" || name === "geo" ? {} : { target: "_blank", rel: "noreferrer" })}
  >
    <Icon name={name} />
    {!isShort && <span>{words ?? t(name)}</span>}
  </a>
);
