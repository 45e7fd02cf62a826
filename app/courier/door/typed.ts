import { createContext, useContext } from "react";

/** What was in a form that the server refused, by the fields' names: whoever reads why has nothing to type again. A script keeps its own. */
const Typed = createContext<Readonly<Record<string, string>>>({});
export const TypedBefore = Typed.Provider;

/** undefined: nothing. */
export const useTyped = (name: string): string | undefined => useContext(Typed)[name] || undefined;

/** The same of all of a form's fields. */
export function useTypedForm(): (name: string) => string {
  const typed = useContext(Typed);
  return (name) => typed[name] ?? "";
}
