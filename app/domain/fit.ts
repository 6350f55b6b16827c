/** Does this place take this party? Unknown counts as maybe, never as no. */
import { isFamily, people, type Party } from "~/domain/party";
import type { Admits } from "~/domain/place";

/** What stands between a party and a place, or is not known. The sentences are in `text`. */
export const FIT_POINTS = [
  "children", // families with children
  "adults-alone",
  "women-only",
  "men-only",
  "youth-alone",
  "age-min",
  "age-max",
  "teen-boys",
  "fathers",
  "couples",
  "group-size",
  "together",
  "service-animal",
  "cat",
  "small-dog",
  "large-dog",
  "wheelchair",
  "referral",
] as const;
export type FitPoint = (typeof FIT_POINTS)[number];

/** `limit` is the age or the number of people the point is about. */
export type FitReason = { point: FitPoint; limit?: number };

export type Fit =
  | { kind: "yes" }
  | { kind: "maybe"; ask: [FitReason, ...FitReason[]] }
  /** `mayNotBeAllowed`: a family refused for a child's age under 18 (42 USC 11361a). */
  | { kind: "no"; because: [FitReason, ...FitReason[]]; mayNotBeAllowed: boolean };

/** One point looked at: fine, to be asked about, or in the way (perhaps against the law). */
type Finding = FitReason & { is: "fine" | "ask" | "no"; mayNotBeAllowed?: boolean };

/** Reasons come in the order of FIT_POINTS, what the place is for before what it allows. */
export function fitOf(party: Party, admits: Admits): Fit {
  const findings = [
    ...householdFindings(party, admits),
    ...ageFindings(party, admits),
    ...togetherFindings(party, admits),
    ...needFindings(party, admits),
  ];
  const [no, ...moreNo] = findings.filter((finding) => finding.is === "no");
  if (no) {
    const mayNotBeAllowed = [no, ...moreNo].some((finding) => finding.mayNotBeAllowed);
    return { kind: "no", because: [reason(no), ...moreNo.map(reason)], mayNotBeAllowed };
  }
  const [ask, ...moreAsks] = findings.filter((finding) => finding.is === "ask");
  return ask ? { kind: "maybe", ask: [reason(ask), ...moreAsks.map(reason)] } : { kind: "yes" };
}

function householdFindings(party: Party, admits: Admits): Finding[] {
  if (party.adults === 0) return [stated("youth-alone", admits.youthAlone), ...genderFindings(admits.gender)];
  if (isFamily(party)) return [stated("children", admits.families), ...familyGenderFindings(admits)];
  return [stated("adults-alone", admits.adultsAlone), ...genderFindings(admits.gender)];
}

/** We never ask for a gender, so a program for one gender is a question, not a no. */
function genderFindings(gender: Admits["gender"]): Finding[] {
  const asks: Finding[] = [];
  if (gender === "women" || gender === null) asks.push({ point: "women-only", is: "ask" });
  if (gender === "men" || gender === null) asks.push({ point: "men-only", is: "ask" });
  return asks;
}

/** Of a family, the father is the one whom programs leave at the door; "any" is known to take him too. */
function familyGenderFindings({ gender, fathers }: Admits): Finding[] {
  if (gender === "men") return [{ point: "men-only", is: "ask" }];
  if (fathers === true || (fathers === null && gender === "any")) return [];
  return [{ point: gender === "women" ? "women-only" : "fathers", is: "ask" }];
}

function ageFindings(party: Party, admits: Admits): Finding[] {
  return [
    ...minAgeFindings(party, admits),
    ...maxAgeFindings(party, admits),
    ...teenFindings(party, admits),
    ...coupleFindings(party, admits),
  ];
}

function minAgeFindings(party: Party, { minAge, families }: Admits): Finding[] {
  if (minAge === null) return [];
  const at = { point: "age-min" as const, limit: minAge };
  if (party.childAges.some((age) => age < minAge)) {
    return [{ ...at, is: "no", mayNotBeAllowed: protectedFamily(party, families) }];
  }
  return party.adults > 0 && minAge > 18 ? [{ ...at, is: "ask" }] : [];
}

function maxAgeFindings(party: Party, { maxAge, families }: Admits): Finding[] {
  if (maxAge === null) return [];
  const at = { point: "age-max" as const, limit: maxAge };
  if (party.childAges.some((age) => age > maxAge)) {
    return [{ ...at, is: "no", mayNotBeAllowed: protectedFamily(party, families) }];
  }
  // A family program's "up to 12" speaks of the children; its adults are adults.
  if (party.adults === 0 || (maxAge < 18 && isFamily(party) && families === true)) return [];
  return [{ ...at, is: maxAge < 18 ? "no" : "ask" }];
}

/**
 * 42 USC 11361a: who shelters families with children under 18 on federal money may turn none away for the age of
 * a child. A program for adults, or one nobody told us about, is not such a program.
 */
function protectedFamily(party: Party, families: boolean | null): boolean {
  return party.adults > 0 && isFamily(party) && families === true;
}

/** A teenager may be a girl: "no teenage boys" is a question too. */
function teenFindings(party: Party, { teenBoys }: Admits): Finding[] {
  const teens = party.adults > 0 && party.childAges.some((age) => age >= 13);
  return teens && teenBoys !== true ? [{ point: "teen-boys", is: "ask" }] : [];
}

/** Two adults may be a couple or two sisters; it is a no only where they asked not to be parted. */
function coupleFindings(party: Party, { couples }: Admits): Finding[] {
  if (party.adults !== 2 || isFamily(party) || couples === true) return [];
  return [{ point: "couples", is: couples === false && party.together ? "no" : "ask" }];
}

// Above this, few rooms in any shelter are large enough: no stated limit then means nobody asked.
const LARGE_PARTY = 6;

function togetherFindings(party: Party, { maxPeople, keepsTogether }: Admits): Finding[] {
  const size = people(party);
  const findings: Finding[] = [];
  if (maxPeople === null && size > LARGE_PARTY) findings.push({ point: "group-size", is: "ask" });
  if (maxPeople !== null && size > maxPeople) {
    findings.push({ point: "group-size", limit: maxPeople, is: "no" });
  }
  if (party.together && size > 1) findings.push(stated("together", keepsTogether));
  return findings;
}

function needFindings(party: Party, admits: Admits): Finding[] {
  const pets = FIT_POINTS.filter((point) => isPetOf(party, point)).map((pet) => {
    const finding = stated(pet, admits.pets[pet]);
    // A service animal is not a pet: 28 CFR 36.302(c) and the Fair Housing Act let it in nearly everywhere, so a
    // stated no is flagged. Unknown stays a question: at the door the family needs a yes, not a law.
    return pet === "service-animal" ? { ...finding, mayNotBeAllowed: finding.is === "no" } : finding;
  });
  const wheelchair = party.wheelchair ? [stated("wheelchair", admits.wheelchair)] : [];
  // Nobody can be sent by an office at night, but the desk can say who might do it: a question, never a no.
  const referral: Finding[] = admits.referral === false ? [] : [{ point: "referral", is: "ask" }];
  return [...pets, ...wheelchair, ...referral];
}

function isPetOf(party: Party, point: FitPoint): point is Party["pets"][number] {
  return party.pets.some((pet) => pet === point);
}

function stated(point: FitPoint, takes: boolean | null): Finding {
  return { point, is: takes === null ? "ask" : takes ? "fine" : "no" };
}

function reason({ point, limit }: Finding): FitReason {
  return limit === undefined ? { point } : { point, limit };
}
