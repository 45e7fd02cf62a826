import { Link } from "@remix-run/react";
import { Banner, List } from "~/ui/polaris";
import { useWords } from "~/ui/words";

const WHERE: Record<string, string> = {
  zones: "/app/zones",
  couriers: "/app/couriers",
  transport: "/app/couriers",
  tax_rates: "/app/taxes",
  locations: "/app/places",
  places: "/app/places",
};

/** What is missing before every order goes the whole way, each with the place where it is done. */
export function SetupBanner({ gaps }: { gaps: string[] }) {
  const t = useWords();
  return (
    <Banner tone="warning" title={t("admin.setup.title")}>
      <List>
        {gaps.map((gap) => (
          <List.Item key={gap}>
            <Link to={WHERE[gap] ?? `/app/settings#${gap === "certificate_expired" ? "certificate" : gap}`}>
              {t(`admin.setup.gap.${gap}`)}
            </Link>
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
