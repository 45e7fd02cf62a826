import { newService } from "~/domain/zone-draft/draft-of";
import type { ServiceDraft } from "~/domain/zone-draft/draft";
import { BlockStack, Button, FormLayout, InlineStack, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";
import { BandRows } from "./band-rows";
import { DraftCheck, DraftProblem, DraftSelect, DraftText } from "./fields";
import { Fold } from "./fold";
import { PaidHours } from "./paid-hours";
import { promiseSays, serviceSays } from "./summaries";
import { useField, useWriting } from "./writing";

const BASES = ["flat", "weight", "value", "items"] as const;

/** What the buyer pays. One service needs no name; several each stand in a fold of their own. */
export function PriceCard() {
  const t = useWords();
  const { currency } = useWriting();
  const { value: services, set } = useField<ServiceDraft[]>("services");
  const add = () => set([...services, { ...newService(), leadDays: services.length === 0 ? "0" : "1" }]);
  const isOne = services.length === 1;
  return (
    <Section title={t("zone.price.title")}>
      <BlockStack gap="300">
        {isOne && <Service at={0} isOne />}
        {!isOne && (
          <div>
            {services.map((service, at) => (
              <Fold
                key={at}
                title={service.name || t("zone.price.unnamed")}
                says={serviceSays(service, currency, t)}
                paths={[`services.${at}`]}
                isOpen={service.code === "" || service.name === ""}
              >
                <Service at={at} isOne={false} />
              </Fold>
            ))}
          </div>
        )}
        <DraftProblem path="services" />
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={add}>{t("zone.price.add")}</Button>
          <span className="bim-muted">{t("zone.price.addHelp")}</span>
        </InlineStack>
      </BlockStack>
    </Section>
  );
}

function Service({ at, isOne }: { at: number; isOne: boolean }) {
  const t = useWords();
  const path = `services.${at}`;
  const { value: service } = useField<ServiceDraft>(path);
  const { value: all, set: setAll } = useField<ServiceDraft[]>("services");
  const surcharges = service.surcharges.length === 0 ? t("zone.none") : t("zone.price.surchargeSays", { count: service.surcharges.length });
  return (
    <BlockStack gap="300">
      <FormLayout>
        {!isOne && <DraftText path={`${path}.name`} label={t("zone.price.name")} help={t("zone.price.nameHelp")} maxLength={60} />}
        <DraftSelect
          path={`${path}.basis`}
          label={t("zone.price.basis")}
          options={BASES.map((value) => ({ value, label: t(`zone.price.by.${value}`) }))}
        />
      </FormLayout>
      <BandRows path={path} service={service} />
      <FormLayout>
        <DraftText path={`${path}.freeAbove`} label={t("zone.price.freeAbove")} money />
      </FormLayout>
      <div>
        <Fold title={t("zone.price.promise")} says={promiseSays(service, t)} paths={[`${path}.leadDays`, `${path}.cutOff`]}>
          <FormLayout>
            <FormLayout.Group condensed>
              <DraftText
                path={`${path}.leadDays`}
                label={t("zone.price.leadDays")}
                help={t("zone.price.leadDaysHelp")}
                numeric
                maxLength={2}
              />
              <DraftText
                path={`${path}.cutOff`}
                label={t("zone.price.cutOff")}
                help={t("zone.price.cutOffHelp")}
                placeholder="14:00"
                maxLength={5}
              />
            </FormLayout.Group>
          </FormLayout>
        </Fold>
        <Fold title={t("zone.price.surcharges")} says={surcharges} paths={[`${path}.surcharges`]}>
          <PaidHours path={`${path}.surcharges`} add={t("zone.price.addSurcharge")} amount={t("zone.price.surcharge")} />
        </Fold>
      </div>
      {!isOne && (
        <BlockStack gap="200">
          <DraftCheck path={`${path}.active`} label={t("zone.price.active")} />
          {service.code !== "" && <p className="bim-muted">{t("zone.price.code", { code: service.code })}</p>}
          <InlineStack>
            <Button tone="critical" variant="plain" onClick={() => setAll(all.filter((_one, other) => other !== at))}>
              {t("zone.price.remove")}
            </Button>
          </InlineStack>
        </BlockStack>
      )}
    </BlockStack>
  );
}
