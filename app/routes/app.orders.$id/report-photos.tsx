import type { ShotRole } from "~/domain/proof/told";
import { InlineStack, Text } from "~/ui/polaris";
import { useFormats, useWords } from "~/ui/words";
import { useReason, type Worded } from "~/ui/worded";
import { ChainNote, type Chain } from "./chain-note";

export type Photo = {
  id: string;
  ordinal: number;
  role?: ShotRole | undefined;
  takenAt: string;
  width: number | null;
  height: number | null;
  problem: Worded | null;
  overridden: { doubts: string[]; reason: string } | null;
  state: "here" | "awaited" | "refused" | "forgotten";
  url: string | null;
  isWrittenAnew: boolean;
  alsoOf: string[];
};
type Props = { photos: Photo[]; chain: Chain; courier: string };

/** The photos of one report, and whether they are what left the camera. */
export function ReportPhotos({ photos, chain, courier }: Props) {
  const t = useWords();
  if (photos.length === 0) return null;
  const pictures = photos.filter(({ role }) => role !== "signature");
  const signature = photos.find(({ role }) => role === "signature");
  return (
    <>
      <ul className="bim-photos">
        {pictures.map((photo) => (
          <li key={photo.id}>
            <PhotoEntry photo={photo} name={t("admin.order.photoOf", { ordinal: photo.ordinal, of: pictures.length })} />
          </li>
        ))}
      </ul>
      {signature && (
        <div className="bim-signature">
          <PhotoEntry photo={signature} name={t("admin.order.proof.signatureOf")} />
        </div>
      )}
      <ChainNote chain={chain} courier={courier} />
    </>
  );
}

function PhotoEntry({ photo, name }: { photo: Photo; name: string }) {
  const t = useWords();
  const { dateTime } = useFormats();
  const reason = useReason();
  const { takenAt, width, height, url, state, problem, overridden, alsoOf } = photo;
  return (
    <>
      {url && (
        <a href={url} target="_blank" rel="noopener noreferrer" title={t("admin.order.photoWhole")}>
          <img className="bim-photo" src={url} alt={name} width={width ?? undefined} height={height ?? undefined} loading="lazy" />
        </a>
      )}
      <InlineStack gap="200">
        <Text as="span" variant="bodySm">
          {[name, width && `${width} × ${height}`, dateTime(takenAt)].filter(Boolean).join(" · ")}
        </Text>
      </InlineStack>
      {state !== "here" && <span className="bim-muted">{problem ? reason(problem) : t(`admin.order.photoState.${state}`)}</span>}
      {photo.isWrittenAnew && <span className="bim-muted">{t("admin.order.photoWrittenAnew")}</span>}
      {overridden && (
        <span className="bim-muted">
          {t("admin.order.photoOverridden", {
            doubts: overridden.doubts.map((doubt) => t(`admin.order.doubt.${doubt}`, { defaultValue: doubt })).join(", "),
            reason: overridden.reason,
          })}
        </span>
      )}
      {alsoOf.length > 0 && <strong>{t("admin.order.photoAlsoOf", { orders: alsoOf.join(", ") })}</strong>}
    </>
  );
}
