/** Who keeps the counts true: people who sign in, and the places they may speak for. */
import type { OnTablet } from "~/domain/tablet";

/** A manager may also edit the place and invite others. */
export const STAFF_ROLES = ["staff", "manager"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type SignedIn = { personId: number; name: string; isOperator: boolean; tablet: OnTablet | null };

export type StaffPlace = {
  placeId: number;
  name: string;
  address: string | null;
  timeZone: string;
  isManager: boolean;
};
