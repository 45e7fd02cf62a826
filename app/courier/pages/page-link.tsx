import type { MouseEvent, ReactNode } from "react";
import { usePhoneProgram } from "../phone-port";

type Props = { to: string; className?: string; label?: string; children: ReactNode };

/** To another of the courier's pages: from the server, or by the phone's own program where that has taken over. */
export function PageLink({ to, className, label, children }: Props) {
  const phone = usePhoneProgram();
  const go = (event: MouseEvent) => {
    if (!phone || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    phone.go(to);
  };
  return (
    <a href={to} className={className} aria-label={label} onClick={go}>
      {children}
    </a>
  );
}
