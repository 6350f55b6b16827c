/** Shows the drawn map until the interactive one is there, and stays with it when that cannot be loaded. */
import { Component, useEffect, useState, type ReactNode } from "react";
import type { InteractiveMapProps } from "~/ui/map/interactive-map";
import { mapFactsOf, type MapFacts } from "~/ui/map/map-facts";

type MapPanelProps = Omit<InteractiveMapProps, "facts"> & {
  /** The drawn map. */
  children: ReactNode;
};

type Loaded = { InteractiveMap: (props: InteractiveMapProps) => ReactNode; facts: MapFacts };

export function MapPanel({ children, ...props }: MapPanelProps) {
  const loaded = useLoaded(props.region.slug);
  return (
    <div className="map-panel">
      <Instead of={children}>
        {loaded ? <loaded.InteractiveMap {...props} facts={loaded.facts} /> : children}
      </Instead>
    </div>
  );
}

function useLoaded(slug: string): Loaded | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let left = false;
    const load = async () => {
      const [{ InteractiveMap }, facts] = await Promise.all([
        import("~/ui/map/interactive-map"),
        mapFactsOf(slug),
      ]);
      if (!left && facts) setLoaded({ InteractiveMap, facts });
    };
    // The list comes first: the map waits for the page to be whole. What cannot be loaded leaves the drawn map.
    const begin = () => void load().catch(() => {});
    if (document.readyState === "complete") begin();
    else window.addEventListener("load", begin, { once: true });
    return () => {
      left = true;
      window.removeEventListener("load", begin);
    };
  }, [slug]);
  return loaded;
}

/** React catches what breaks below it only in a class. */
class Instead extends Component<{ of: ReactNode; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.of : this.props.children;
  }
}
