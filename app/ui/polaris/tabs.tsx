import { Link } from "@remix-run/react";

type Tab = { id: string; label: string; url: string; count?: number };

/** Filters as links, so that each has its address; on a phone the row scrolls by itself, the page never sideways. */
export function Tabs({ tabs, selected, label }: { tabs: Tab[]; selected: string; label: string }) {
  return (
    <nav className="bim-tabs" aria-label={label}>
      {tabs.map(({ id, label: text, url, count }) => (
        <Link key={id} to={url} aria-current={id === selected ? "page" : undefined} preventScrollReset>
          {text}
          {count !== undefined && count > 0 && <span className="bim-tabs-count">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}
