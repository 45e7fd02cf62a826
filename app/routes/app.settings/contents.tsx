import type { ReactNode } from "react";
import { BlockStack, Text } from "~/ui/polaris";
import { useWords } from "~/ui/words";

/** The parts of the settings in the order in which they stand: the card's place on the page → its title. */
const PARTS = {
  fiscal: {
    issuer: "admin.settings.issuer",
    series: "admin.settings.series",
    certificate: "admin.settings.certificate",
    trigger: "admin.settings.triggers",
    invoicing: "admin.settings.invoicing.title",
    "payment-codes": "admin.settings.paymentCodes",
    guides: "admin.settings.guides.title",
  },
  deliveries: { assignment: "admin.settings.assignment.title", proof: "admin.settings.proof.title", maps: "admin.settings.maps.title" },
  checkout: { shipping: "admin.settings.shipping.title", carrier: "admin.settings.carrier", native: "admin.native.title" },
} as const;
type Part = keyof typeof PARTS;

/** Where everything is, beside the page; on a phone above it. */
export function Contents({ without }: { without: readonly string[] }) {
  const t = useWords();
  return (
    <nav className="bim-contents" aria-label={t("admin.settings.contents")}>
      {(Object.keys(PARTS) as Part[]).map((part) => (
        <div key={part}>
          <Text as="p" tone="subdued">
            {t(`admin.settings.part.${part}`)}
          </Text>
          <ul>
            {Object.entries(PARTS[part])
              .filter(([id]) => !without.includes(id))
              .map(([id, title]) => (
                <li key={id}>
                  <a href={`#${id}`}>{t(title)}</a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** The cards of one part, under its name. */
export function PartOf({ part, children }: { part: Part; children: ReactNode }) {
  const t = useWords();
  return (
    <BlockStack gap="400">
      <div className="bim-part-name">
        <Text as="h2" variant="headingMd">
          {t(`admin.settings.part.${part}`)}
        </Text>
      </div>
      {children}
    </BlockStack>
  );
}
