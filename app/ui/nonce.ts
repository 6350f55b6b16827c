/** The nonce of the scripts of one full page, from the server's entry down to the document. */
import { createContext } from "react";

export const Nonce = createContext<string | undefined>(undefined);
