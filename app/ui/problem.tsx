import { merchantWords } from "~/i18n/merchant";
import { useDocumentLocale } from "./document-locale";

/** Outside the layout there is no provider: the words come straight from their source, in the document's language. */
export function Problem({ isMissing }: { isMissing: boolean }) {
  const { t } = merchantWords(useDocumentLocale());
  const kind = isMissing ? "missing" : "broken";
  return (
    <main className="bim-problem">
      <h1>{t(`admin.problem.${kind}`)}</h1>
      <p>{t(`admin.problem.${kind}Next`)}</p>
      <p>
        <a href="/app">{t("admin.problem.back")}</a>
      </p>
    </main>
  );
}
