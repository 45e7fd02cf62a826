import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useWords } from "~/ui/words";

/** Field → i18n key of what is wrong with it. */
export type FieldErrors = Record<string, string>;

const ErrorsContext = createContext<FieldErrors>({});

export const Errors = ({ errors, children }: { errors: FieldErrors | undefined; children: ReactNode }) => (
  <ErrorsContext.Provider value={errors ?? {}}>{children}</ErrorsContext.Provider>
);

/** The refusal of a field, in words, until its value is changed. */
export function useFieldError(name: string, value: string): string | undefined {
  const t = useWords();
  const errors = useContext(ErrorsContext);
  const [refusedValue, setRefusedValue] = useState<string | null>(null);
  useEffect(() => setRefusedValue(errors[name] ? value : null), [errors]);
  const key = errors[name];
  return key && (refusedValue === null || refusedValue === value) ? t(key) : undefined;
}
