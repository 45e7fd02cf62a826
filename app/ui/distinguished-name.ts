/** The name a person would say, out of a certificate's distinguished name: its common name, else its organisation, else all of it. */
export function nameIn(distinguishedName: string): string {
  const parts = distinguishedName.split(/(?<!\\)[,\n]/).map((part) => part.trim());
  const valueOf = (key: string) => parts.find((part) => part.toUpperCase().startsWith(`${key}=`))?.slice(key.length + 1);
  return (valueOf("CN") ?? valueOf("O") ?? distinguishedName).replace(/\\(.)/g, "$1");
}
