/** Where the map's program lies in this build, from the server's entry down to the document. */
import { createContext } from "react";

export const MapScript = createContext<string | undefined>(undefined);
