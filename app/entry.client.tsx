/** Puts the map one can move in the place of the drawn one, where a page carries its data. Nothing else of a page wakes up. */
import type { MapData } from "~/ui/map/map-data";
import { mapFactsOf } from "~/ui/map/map-facts";

async function load(panel: HTMLElement, data: MapData): Promise<void> {
  const [{ showMap }, facts] = await Promise.all([
    import("~/ui/map/interactive-map"),
    mapFactsOf(data.region.slug),
  ]);
  if (facts) showMap(panel, data, facts);
}

const panel = document.getElementById("map-panel");
const data = document.getElementById("map-data")?.textContent;
if (panel && data) {
  // The list comes first: the map waits for the page to be whole. What cannot be loaded leaves the drawn map.
  const begin = () => void load(panel, JSON.parse(data) as MapData).catch(() => {});
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin, { once: true });
}
