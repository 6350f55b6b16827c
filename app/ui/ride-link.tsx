/** Beside a way that no bus helps with: the way to asking for a ride, with all that the search knows. */
import { searchQuery, type Search } from "~/domain/search";
import type { Language } from "~/text/language";
import { rideWords } from "~/text/ride";

/** null: nothing is offered. */
export function RideLink({ href, language }: { href: string | null; language: Language }) {
  if (href === null) return null;
  return (
    <p className="onward">
      <a href={href}>{rideWords[language].ask}</a>
    </p>
  );
}

export function rideHref(placeId: number, driven: readonly number[], search: Search): string | null {
  if (!driven.includes(placeId)) return null;
  const query = searchQuery(search);
  query.set("kinds", "ride");
  return `/ask/new?${query}`;
}
