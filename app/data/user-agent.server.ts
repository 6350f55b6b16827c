/** How this server says who it is where it asks others for something. */
import { version } from "../../package.json";

// Control characters would end the header they are sent in.
export function isContact(words: string): boolean {
  return /^[\x21-\x7e]{3,200}$/.test(words);
}

/** "Warmstop/0.1.0 (+you@example.org)"; what is no contact is left out. */
export function userAgent(contact: string | undefined): string {
  return `Warmstop/${version}${contact && isContact(contact) ? ` (+${contact})` : ""}`;
}
