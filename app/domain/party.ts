/** Who needs a place: ages and needs, never names, never genders where an age will do. */

export const PETS = ["service-animal", "cat", "small-dog", "large-dog"] as const;
export type Pet = (typeof PETS)[number];

export type Party = {
  adults: number;
  /** Whole years, 0 to 17. */
  childAges: number[];
  pets: Pet[];
  wheelchair: boolean;
  /** "Keep us together": not split over rooms or buildings by age or gender. */
  together: boolean;
};

/** The party a first visit is asked about: one adult, nothing else known. */
export const ONE_ADULT: Party = { adults: 1, childAges: [], pets: [], wheelchair: false, together: false };

export function people(party: Party): number {
  return party.adults + party.childAges.length;
}

export function isFamily(party: Party): boolean {
  return party.childAges.length > 0;
}
