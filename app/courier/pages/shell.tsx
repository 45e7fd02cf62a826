import type { ReactNode } from "react";

/** The frame of every courier page. */
export function Shell({ locale, top, children }: { locale: string; top: ReactNode; children: ReactNode }) {
  return (
    <div className="courier" lang={locale}>
      <header className="top">{top}</header>
      <main>{children}</main>
    </div>
  );
}
