import { useFetcher } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import type { Strategy } from "~/domain/assignment/terms";
import type { ZoneDraft } from "~/domain/zone-draft/draft";
import type { Problems } from "~/domain/zone-draft/problems";
import { readDraft } from "~/domain/zone-draft/read-draft";
import { spellAmounts } from "~/domain/zone-draft/spell-amounts";
import { Attention } from "~/ui/attention";
import type { Worded } from "~/ui/worded";
import { Banner, BlockStack, Button, InlineStack } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import { AreaCard } from "./area-card";
import { CourierCard } from "./courier-card";
import type { Tiles } from "./map/board";
import { PayCard } from "./pay-card";
import { PreviewCard } from "./preview-card";
import { PriceCard } from "./price-card";
import { RehearseCard } from "./rehearse-card";
import { RestCard } from "./rest-card";
import { useDivisions } from "./use-divisions";
import { usePreview } from "./use-preview";
import { WritingProvider } from "./writing";

type Props = {
  id: string | null;
  initial: ZoneDraft;
  currency: string;
  couriers: { id: string; name: string; active: boolean }[];
  locations: { gid: string; name: string }[];
  shopStrategy: Strategy;
  places: string[];
  defaultPlace: string | null;
  tiles: Tiles | null;
};
type Answer = { saved?: boolean; draft?: ZoneDraft; problems?: Problems; refused?: Worded };

/** A zone being written: its parts, and beside them what it would do. It is sent whole; what the server refuses stays as typed. */
export function ZoneEditor({ id, initial, currency, couriers, locations, shopStrategy, places, defaultPlace, tiles }: Props) {
  const t = useWords();
  const { decimal } = useFormats();
  const [draft, change] = useState(() => spellAmounts(initial, decimal));
  const fetcher = useFetcher<Answer>();
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const [sent, setSent] = useState<ZoneDraft | null>(null);
  const [isHeld, hold] = useState(false);
  const found = useMemo(() => readDraft(draft, currency).problems, [draft, currency]);
  const isTooLarge = TOO_LARGE.has(found.include?.code ?? "");
  const wasTried = answer?.problems !== undefined || isHeld;
  const problems = useMemo(() => toldOf(found, wasTried), [found, wasTried]);
  useEffect(() => {
    if (!answer?.draft || sent !== draft) return;
    const saved = spellAmounts(answer.draft, decimal);
    change(saved);
    setSent(saved);
  }, [answer]);
  const looking = usePreview(id, draft, isTooLarge);
  const divisions = useDivisions(draft.countryCode.trim().toUpperCase());
  const save = () => {
    hold(isTooLarge);
    if (isTooLarge) return;
    setSent(draft);
    fetcher.submit(JSON.stringify(draft), { method: "post", encType: "application/json" });
  };
  const wrong = Object.keys(problems).length;
  return (
    <WritingProvider writing={{ draft, currency, problems, change }}>
      <div className="bim-zone">
        <AreaCard divisions={divisions} preview={looking.preview} tiles={tiles} />
        <div className="bim-zone-aside">
          <PreviewCard looking={looking} />
        </div>
        <BlockStack gap="400">
          <PriceCard />
          <PayCard />
          <CourierCard couriers={couriers} shopStrategy={shopStrategy} />
          <RestCard locations={locations} places={places} defaultPlace={defaultPlace} />
          <RehearseCard id={id} draft={draft} isTooLarge={isTooLarge} />
          {wasTried && wrong > 0 && (
            <Banner tone="critical" title={t("zone.notSaved", { count: wrong })}>
              <p>{t("zone.notSavedNext")}</p>
            </Banner>
          )}
          {answer?.refused && <Attention worded={answer.refused} tone="critical" />}
          <div className="bim-zone-save">
            <InlineStack gap="300" blockAlign="center">
              <Button variant="primary" loading={fetcher.state !== "idle"} onClick={save}>
                {t("zone.save")}
              </Button>
              <span role="status" className="bim-saved">
                {answer?.saved && sent === draft ? t("admin.saved") : ""}
              </span>
            </InlineStack>
          </div>
        </BlockStack>
      </div>
    </WritingProvider>
  );
}

/** What the server would not even read. */
const TOO_LARGE = new Set(["zone_too_large", "drawn_too_many"]);

/** Before the first try, a field that is still empty is no mistake; what is drawn can't be seen to be wrong otherwise. */
function toldOf(problems: Problems, wasTried: boolean): Problems {
  if (wasTried) return problems;
  return Object.fromEntries(
    Object.entries(problems).filter(
      ([path, { code }]) =>
        TOO_LARGE.has(code) ||
        code === "drawn_tangled" ||
        (/^(include|exclude)\.drawn\./.test(path) && code !== "circle_unreadable" && code !== "polygon_unreadable"),
    ),
  );
}
