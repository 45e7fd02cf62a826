import { merchantWords } from "~/i18n/merchant";
import type { Locale } from "~/i18n/locale";

/** Outside the layout there is no provider: the words come straight from their source, Spanish unless told otherwise. */
export function Problem({ isMissing, locale = "es" }: { isMissing: boolean; locale?: Locale }) {
  const { t } = merchantWords(locale);
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
