import { NavMenu } from "@shopify/app-bridge-react";
import { Link } from "@remix-run/react";
import { useWords } from "./words";

const PAGES = ["documents", "zones", "rehearse", "couriers", "settlements", "settings"] as const;

/** The app's part of the admin's own menu. */
export function Navigation() {
  const t = useWords();
  return (
    <NavMenu>
      <Link to="/app" rel="home">
        {t("admin.nav.desk")}
      </Link>
      {PAGES.map((page) => (
        <Link key={page} to={`/app/${page}`}>
          {t(`admin.nav.${page}`)}
        </Link>
      ))}
    </NavMenu>
  );
}
