import type { Shop } from "~/ports/records";
import type { SeriesOverview } from "~/ports/screens";
import type { QueryPorts } from "./ports";

const MOST_GAPS = 500;

export type Gap = { from: string; to: string; count: number; isExplained: boolean };
export type SeriesView = SeriesOverview & { place: string; gaps: Gap[] };

/** Every series: how far it has come, what became of its numbers, and which of them no document bears. */
export async function seriesPage(
  { screens, countries }: Pick<QueryPorts, "screens" | "countries">,
  { shop }: { shop: Shop },
): Promise<{ series: SeriesView[] }> {
  const [overviews, gaps, givenUp] = await Promise.all([
    screens.seriesOverview(shop.id),
    screens.numberGaps(shop.id, MOST_GAPS),
    screens.numbersGivenUp(shop.id),
  ]);
  const { documentNumber } = countries("EC");
  const series = overviews.map((overview) => {
    const inWords = (sequence: number) => documentNumber(overview, sequence);
    const own = gaps.filter(({ seriesId }) => seriesId === overview.seriesId);
    return {
      ...overview,
      place: `${overview.establishment}-${overview.emissionPoint}`,
      gaps: own.map(({ from, to }) => ({
        from: inWords(from),
        to: inWords(to),
        count: to - from + 1,
        isExplained: from === to && givenUp.has(inWords(from)),
      })),
    };
  });
  return { series };
}
