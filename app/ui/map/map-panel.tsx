/** The drawn map, and what the interactive one needs to take its place (../../entry.client). */
import type { ReactNode } from "react";
import type { MapData } from "~/ui/map/map-data";

// The markup's own end must not stand in a name.
const asMarkup = (data: MapData) => JSON.stringify(data).replaceAll("<", "\\u003c");

export function MapPanel({ data, children }: { data: MapData; children: ReactNode }) {
  return (
    <>
      <div className="map-panel" id="map-panel">
        {children}
      </div>
      <script type="application/json" id="map-data" dangerouslySetInnerHTML={{ __html: asMarkup(data) }} />
    </>
  );
}
