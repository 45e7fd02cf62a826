import { Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";

export type Chain = { day: string; intact: number; of: number; breaks: { number: number; why: "changed" | "gap" | "turned" }[] } | null;

/** Whether a report's photos are whole in their phone's chain of the day, and what that shows and does not show (docs/decisions/0021). */
export function ChainNote({ chain, courier }: { chain: Chain; courier: string }) {
  const t = useWords();
  const { fiscalDate } = useFormats();
  if (!chain) return <span className="bim-muted">{t("admin.order.chain.none")}</span>;
  const { intact, of, breaks } = chain;
  // What is still on its way is neither whole nor broken.
  const tone = breaks.length > 0 ? "caution" : intact === of ? "success" : "subdued";
  return (
    <div>
      <Text as="p" tone={tone}>
        {t("admin.order.chain.intact", { intact, of, courier, day: fiscalDate(chain.day) })}
      </Text>
      {breaks.length > 0 && (
        <ul className="bim-breaks">
          {breaks.map(({ number, why }) => (
            <li key={number}>{t(`admin.order.chain.${why}`, { number })}</li>
          ))}
        </ul>
      )}
      <span className="bim-muted">{t("admin.order.chain.shows")}</span>
    </div>
  );
}
