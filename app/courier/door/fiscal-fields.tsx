import { useEffect, useState, type FormEvent } from "react";
import { FINAL_CONSUMER, type FiscalData } from "~/domain/fiscal-data/fiscal-data";
import { parseFiscalData } from "~/domain/fiscal-data/parse";
import { fiscalDataProblems } from "~/domain/fiscal-data/problems";
import type { Say } from "../words";
import { TextField } from "../pages/text-field";
import { useTyped } from "./typed";

const ID_TYPES = ["cedula", "ruc", "passport", "foreign_id"] as const;
/** The buyer does not say who they are: the invoice waits at the shop. */
const NOT_GIVEN = "not_given";
type Props = { asks: "must" | "may"; t: Say };

/** Who is invoiced, where checkout has left it open. The number's check digits are looked at here, without network; who says no is not pressed. */
export function FiscalFields({ asks, t }: Props) {
  const none: typeof FINAL_CONSUMER.idType | typeof NOT_GIVEN = asks === "may" ? FINAL_CONSUMER.idType : NOT_GIVEN;
  const [idType, setIdType] = useState<string>(useTyped("fiscalIdType") ?? (asks === "may" ? none : ""));
  // Which fields there are follows the choice only with a script.
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isNamed = ID_TYPES.some((known) => known === idType);
  return (
    <>
      <fieldset className="choices">
        <legend>{t(`fiscal.title.${asks}`)}</legend>
        {[...ID_TYPES, none].map((type) => (
          <label key={type}>
            <input type="radio" name="fiscalIdType" value={type} required checked={idType === type} onChange={() => setIdType(type)} />
            {t(`fiscal.type.${type}`)}
          </label>
        ))}
      </fieldset>
      {(isNamed || !isAlive) && <Identity key={idType} idType={idType} isWanted={isAlive} t={t} />}
      {idType === NOT_GIVEN && <p className="hint">{t("fiscal.notGivenHint")}</p>}
    </>
  );
}

/** The browser itself holds the form back, and says at the field what is not right. */
function Identity({ idType, isWanted, t }: { idType: string; isWanted: boolean; t: Say }) {
  const check = (field: "idNumber" | "email") => (event: FormEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const told = { idType, idNumber: "", legalName: "-", [field]: input.value };
    const problem = fiscalDataProblems(fiscalDataOf(told)).find((one) => one.field === field);
    input.setCustomValidity(input.value !== "" && problem ? t(`fiscal.wrong.${field}`) : "");
  };
  const inputMode = idType === "cedula" || idType === "ruc" ? "numeric" : "text";
  return (
    <>
      <TextField
        name="fiscalIdNumber"
        label={t("fiscal.number")}
        required={isWanted}
        maxLength={40}
        inputMode={inputMode}
        autoCapitalize="characters"
        onInput={check("idNumber")}
      />
      <TextField name="fiscalName" label={t("fiscal.name")} required={isWanted} maxLength={300} pattern=".*\S.*" autoCapitalize="words" />
      <TextField
        name="fiscalEmail"
        label={t("fiscal.email")}
        inputMode="email"
        maxLength={254}
        autoCapitalize="none"
        onInput={check("email")}
      />
    </>
  );
}

type Typed = { idType: string; idNumber: string; legalName: string; email?: string };

/** As it is checked and stored: without what people put between digits. */
function fiscalDataOf({ idType, idNumber, legalName, email }: Typed): FiscalData {
  const number = idNumber.replace(idType === "cedula" || idType === "ruc" ? /[\s.-]/g : /\s/g, "");
  const typed = { schemaVersion: 1, country: "EC", idType, idNumber: number, legalName, email };
  return parseFiscalData(typed) ?? { schemaVersion: 1, country: "EC", idType, idNumber: number, legalName };
}

/** What the fields hold; null: nothing was asked for, or the buyer said no. */
export function fiscalDataIn(field: (name: string) => string): FiscalData | null {
  const idType = field("fiscalIdType");
  if (idType === FINAL_CONSUMER.idType) return { schemaVersion: 1, country: "EC", ...FINAL_CONSUMER };
  if (!ID_TYPES.some((known) => known === idType)) return null;
  const email = field("fiscalEmail");
  const typed = { idType, idNumber: field("fiscalIdNumber"), legalName: field("fiscalName"), ...(email ? { email } : {}) };
  return fiscalDataOf(typed);
}
