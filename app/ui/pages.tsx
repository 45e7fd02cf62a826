import { useNavigate } from "@remix-run/react";
import { Pagination } from "@shopify/polaris";
import { useWords } from "./words";

type Props = { page: number; pages: number; total: number; url: (page: number) => string };

export function Pages({ page, pages, total, url }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  if (pages <= 1) return null;
  return (
    <div className="bim-pages">
      <Pagination
        hasPrevious={page > 1}
        onPrevious={() => navigate(url(page - 1))}
        hasNext={page < pages}
        onNext={() => navigate(url(page + 1))}
        label={t("admin.pages", { page, pages, total })}
      />
    </div>
  );
}
