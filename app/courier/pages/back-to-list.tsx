import type { Say } from "../words";
import { Icon } from "./icon";
import { PageLink } from "./page-link";

/** At the top of every page but the list. */
export const BackToList = ({ list, t }: { list: string; t: Say }) => (
  <PageLink className="button quiet small" to={list}>
    <Icon name="back" />
    {t("back")}
  </PageLink>
);
