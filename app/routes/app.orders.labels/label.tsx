import { useFormats, useWords } from "~/ui/words";

export type Label = {
  deliveryId: string;
  orderName: string;
  buyer: string;
  addressLines: string[];
  zone: string | null;
  courier: string | null;
  units: number;
  parcel: { number: number; of: number };
  place: { number: number; of: number } | null;
  collect: { minor: number; currency: string } | null;
  qr: string;
};

/** Longer than this, an order's name would take the address's room. */
const LONG = 9;

/** One parcel's label, 100 × 150 mm. What is to be collected is the largest after the order: nobody must miss it. */
export function ParcelLabel({ label, shopName }: { label: Label; shopName: string }) {
  const t = useWords();
  const { money } = useFormats();
  const { orderName, buyer, addressLines, zone, courier, units, parcel, place, collect, qr } = label;
  return (
    <li className="bim-label">
      <label className="bim-label-choice">
        <input type="checkbox" defaultChecked />{" "}
        {t(parcel.of > 1 ? "admin.labels.includeParcel" : "admin.labels.include", { order: orderName, ...parcel })}
      </label>
      <div className="bim-label-sheet">
        <div className="bim-label-top">
          <span>{shopName}</span>
          <span>{place ? t("admin.labels.place", place) : ""}</span>
        </div>
        <div className={orderName.length > LONG ? "bim-label-order is-long" : "bim-label-order"}>
          <strong>{orderName}</strong>
          {parcel.of > 1 && (
            <strong className="bim-label-parcel" aria-label={t("admin.labels.parcel", parcel)}>
              {parcel.number}/{parcel.of}
            </strong>
          )}
        </div>
        <div className="bim-label-buyer">
          <strong>{buyer}</strong>
          {addressLines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
        <div className="bim-label-collect">
          {collect ? t("admin.labels.collect", { amount: money(collect.minor, collect.currency) }) : t("admin.labels.nothing")}
        </div>
        <div className="bim-label-foot">
          <div className="bim-label-qr" role="img" aria-label={t("admin.labels.qr")} dangerouslySetInnerHTML={{ __html: qr }} />
          <div>
            <div>{zone ?? t("admin.labels.noZone")}</div>
            <strong>{courier ?? t("admin.labels.noCourier")}</strong>
            <div>{t("admin.labels.units", { count: units })}</div>
          </div>
        </div>
      </div>
    </li>
  );
}
