import { useState } from "react";
import { isWrongId } from "~/domain/proof/recipient-id";
import type { ProofRules } from "~/domain/proof/rules";
import { RELATIONS } from "~/domain/proof/told";
import type { Say } from "../words";
import { Picks } from "./picks";
import { TextField } from "../pages/text-field";

type Props = { rules: Pick<ProofRules, "relation" | "recipientId">; t: Say };

/** Who receives, as the shop asks for it. A wrong check digit is said, and holds up nobody. */
export function RecipientFields({ rules: { relation, recipientId }, t }: Props) {
  const [isWrong, setWrong] = useState(false);
  const named = (label: string, demand: string) => (demand === "may" ? `${label} (${t("proof.optional")})` : label);
  return (
    <>
      {relation !== "off" && (
        <Picks
          name="relation"
          legend={named(t("proof.relation"), relation)}
          demand={relation}
          options={RELATIONS}
          word={(one) => t(`relation.${one}`)}
        />
      )}
      {recipientId !== "off" && (
        <TextField
          name="recipientId"
          label={named(t("proof.recipientId"), recipientId)}
          required={recipientId === "must"}
          maxLength={20}
          autoCapitalize="characters"
          aria-describedby="recipientIdWrong"
          onChange={({ currentTarget }) => setWrong(isWrongId(currentTarget.value))}
        >
          <p id="recipientIdWrong" className="note bad" role="status" hidden={!isWrong}>
            {isWrong && t("proof.idWrong")}
          </p>
        </TextField>
      )}
    </>
  );
}
