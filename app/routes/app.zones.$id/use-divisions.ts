import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { PlaceKind } from "~/domain/gazetteer/gazetteer";

export type Division = {
  name: string;
  kind: PlaceKind;
  /** What it lies in, the nearest first. */
  within: string;
  isCapital: boolean;
  latitude: number | null;
  longitude: number | null;
};

/** The places of a country, asked for once the page is there; none until then. */
export function useDivisions(country: string): Division[] {
  const fetcher = useFetcher<{ country: string; divisions: Division[] }>();
  const isCode = /^[A-Z]{2}$/.test(country);
  useEffect(() => {
    if (isCode && fetcher.data?.country !== country) fetcher.load(`/app/zones/divisions?country=${country}`);
  }, [country, isCode]);
  return fetcher.data?.country === country ? fetcher.data.divisions : NONE;
}

const NONE: Division[] = [];
