import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useWords } from "./words";

/** A page that isn't there, or failed, inside the frame that goes on working around it. */
export function PageProblem() {
  const t = useWords();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 200) return <div dangerouslySetInnerHTML={{ __html: String(error.data) }} />;
  const kind = isRouteErrorResponse(error) && error.status < 500 ? "missing" : "broken";
  return (
    <main className="bim-problem">
      <h1>{t(`admin.problem.${kind}`)}</h1>
      <p>{t(`admin.problem.${kind}Next`)}</p>
      <p>
        <Link to="/app">{t("admin.problem.back")}</Link>
      </p>
    </main>
  );
}
