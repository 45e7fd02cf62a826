import { useEffect, useState } from "react";

/** In the admin's third-party frame reading `sessionStorage` throws (App Store 1.1.1: works in incognito). Known only in the browser, hence false at first. */
export function useIsStorageOpen(): boolean {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(canStore()), []);
  return isOpen;
}

function canStore(): boolean {
  try {
    return window.sessionStorage.length >= 0;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
