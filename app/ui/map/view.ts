/** The map's own movements, told to React. */
import type { Map as LeafletMap } from "leaflet";
import { useEffect, useState } from "react";
import { useMap } from "react-leaflet";

/** Draws its caller anew after every movement. */
export function useView(): LeafletMap {
  const map = useMap();
  const [, draw] = useState(0);
  useEffect(() => {
    const again = () => draw((count) => count + 1);
    map.on("moveend zoomend viewreset resize", again);
    return () => void map.off("moveend zoomend viewreset resize", again);
  }, [map]);
  return map;
}

/** The part of the world one sees, in the pixels that layers are placed in. */
export function viewBox(map: LeafletMap) {
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const { x: width, y: height } = map.getSize();
  return { left, top, right: left + width, bottom: top + height };
}

/** Leaflet hears of a new window, not of a new place in the page. */
export function useSize(): void {
  const map = useMap();
  useEffect(() => {
    const observer = new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false }));
    observer.observe(map.getContainer());
    return () => observer.disconnect();
  }, [map]);
}
