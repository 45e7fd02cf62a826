import { Link } from "@remix-run/react";
import { Attention } from "~/ui/attention";
import { Banner, Section, Text } from "~/ui/polaris";
import { useReason } from "~/ui/worded";
import { useWords } from "~/ui/words";

type Match = { by: string; what: string };
type Explained = {
  zone: (Match & { id: string; name: string }) | null;
  doubt: { code: string; params: Record<string, string> } | null;
  guess: { text: string; name: string } | null;
  position: { source: string; confidence: string; latitude: number; longitude: number } | null;
  losers: (Match & { id: string; name: string; priority: number; lost: string })[];
};

/** Which zone it is and by what, what is doubtful about it, and why each other zone that covers the place is not the one. */
export function ZoneCard({ explanation: { zone, doubt, guess, position, losers } }: { explanation: Explained }) {
  const t = useWords();
  const reason = useReason();
  const by = (match: Match) =>
    t(`rehearse.by.${match.by}`, { what: match.by === "position" ? t(`rehearse.drawn.${match.what}`) : match.what });
  return (
    <Section title={zone ? t("rehearse.zoneIs", { zone: zone.name }) : t("rehearse.noZone")}>
      {zone && (
        <Text as="p">
          {by(zone)} <Link to={`/app/zones/${zone.id}`}>{t("rehearse.openZone")}</Link>
        </Text>
      )}
      {!zone && <Banner tone="warning">{t("rehearse.noZoneNext")}</Banner>}
      {doubt && <Attention worded={doubt} />}
      {guess && <Text as="p">{reason({ code: "read_as", params: { read: guess.text, as: guess.name } })}</Text>}
      {position && (
        <Text as="p">
          {reason({ code: "known_by", params: { source: position.source, confidence: position.confidence } })}{" "}
          <span className="bim-muted">
            ({position.latitude.toFixed(5)}, {position.longitude.toFixed(5)})
          </span>
        </Text>
      )}
      {losers.length > 0 && (
        <>
          <Text as="h3" variant="headingSm">
            {t("rehearse.losers")}
          </Text>
          <ul className="bim-list bim-losers">
            {losers.map((loser) => (
              <li key={loser.id}>
                <Link to={`/app/zones/${loser.id}`}>{loser.name}</Link>: {t(`rehearse.lost.${loser.lost}`, { priority: loser.priority })}{" "}
                <span className="bim-muted">{by(loser)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
