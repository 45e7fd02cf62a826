import { Form } from "@remix-run/react";
import { Errors, type FieldErrors } from "~/ui/form/errors";
import { TextInput } from "~/ui/form/fields";
import { BlockStack, Button, FormLayout, Section } from "~/ui/polaris";
import { useWords } from "~/ui/words";

type Props = { given: Record<string, string>; errors: FieldErrors; currency: string; isAsking: boolean };

/** An address as a shopper would type it, and what the order would hold. */
export function QuestionForm({ given, errors, currency, isAsking }: Props) {
  const t = useWords();
  return (
    <Section title={t("rehearse.address")}>
      <Form method="get" noValidate>
        <Errors errors={errors}>
          <BlockStack gap="400">
            <FormLayout>
              <TextInput name="address1" label={t("rehearse.address1")} initial={given.address1} maxLength={200} />
              <TextInput name="address2" label={t("rehearse.address2")} initial={given.address2} maxLength={200} />
              <FormLayout.Group condensed>
                <TextInput name="city" label={t("rehearse.city")} initial={given.city} maxLength={200} />
                <TextInput name="zip" label={t("rehearse.zip")} initial={given.zip} maxLength={200} />
              </FormLayout.Group>
              <FormLayout.Group condensed>
                <TextInput name="province" label={t("rehearse.province")} initial={given.province} maxLength={200} />
                <TextInput name="country" label={t("rehearse.country")} initial={given.country || "EC"} maxLength={2} />
              </FormLayout.Group>
              <FormLayout.Group condensed>
                <TextInput name="latitude" label={t("rehearse.latitude")} initial={given.latitude} inputMode="decimal" />
                <TextInput name="longitude" label={t("rehearse.longitude")} initial={given.longitude} inputMode="decimal" />
              </FormLayout.Group>
              <FormLayout.Group condensed>
                <TextInput name="value" label={t("rehearse.value")} initial={given.value} prefix={currency} inputMode="decimal" />
                <TextInput name="kilograms" label={t("rehearse.kilograms")} initial={given.kilograms} suffix="kg" inputMode="decimal" />
                <TextInput name="items" label={t("rehearse.items")} initial={given.items} inputMode="numeric" />
              </FormLayout.Group>
              <FormLayout.Group condensed>
                <TextInput name="day" type="date" label={t("rehearse.day")} initial={given.day} />
                <TextInput name="time" type="time" label={t("rehearse.time")} initial={given.time} />
              </FormLayout.Group>
            </FormLayout>
            <Button submit variant="primary" loading={isAsking}>
              {t("rehearse.ask")}
            </Button>
          </BlockStack>
        </Errors>
      </Form>
    </Section>
  );
}
