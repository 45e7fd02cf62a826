import { Link } from "@remix-run/react";
import { Banner, List } from "~/ui/polaris";
import { useWords } from "~/ui/words";

const WHERE: Record<string, string> = {
  zones: "/app/zones",
  zones_incomplete: "/app/zones?sort=alarms",
  couriers: "/app/couriers",
  transport: "/app/couriers",
  tax_rates: "/app/taxes",
  locations: "/app/places",
  places: "/app/places",
  shadow: "/app/shadow",
};

/** What is missing before every order goes the whole way, each with the place where it is done. Scopes are granted at Shopify, when the app is opened. */
export function SetupBanner({ gaps }: { gaps: string[] }) {
  const t = useWords();
  // Nothing waits for it: it is offered, not demanded.
  const isRehearsalLeft = gaps.length === 1 && gaps[0] === "shadow";
  return (
    <Banner tone={isRehearsalLeft ? "info" : "warning"} title={t(isRehearsalLeft ? "admin.setup.last" : "admin.setup.title")}>
      <List>
        {gaps.map((gap) => (
          <List.Item key={gap}>
            {gap.startsWith("scope.") ? (
              t(`admin.setup.gap.${gap}`)
            ) : (
              <Link to={WHERE[gap] ?? `/app/settings#${gap === "certificate_expired" ? "certificate" : gap}`}>
                {t(`admin.setup.gap.${gap}`)}
              </Link>
            )}
          </List.Item>
        ))}
      </List>
    </Banner>
  );
}
