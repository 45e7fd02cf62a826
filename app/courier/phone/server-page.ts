/** Named in an address, it asks the service worker for the server's own page: the phone's memory can't be opened, and forms without a script do the work. */
const FROM_SERVER = "server";

export const isServerPage = (search: URLSearchParams): boolean => search.has(FROM_SERVER);

/** The same page from the server, with what stands in the address; null: that is where we are, and it did not answer. */
export function serverPage(href: string): string | null {
  const url = new URL(href);
  if (isServerPage(url.searchParams)) return null;
  url.searchParams.set(FROM_SERVER, "");
  return url.href;
}
