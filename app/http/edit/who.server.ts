/** Who can come to a place, and on what terms: from a form and back. */
import { PETS } from "~/domain/party";
import type { Admits, Words } from "~/domain/place";
import { numberIn, Problems, type ReadPart, type Typed } from "./typed.server";

const ANSWERS = [
  "adultsAlone",
  "families",
  "youthAlone",
  "couples",
  "fathers",
  "teenBoys",
  "keepsTogether",
  "wheelchair",
  "sobriety",
  "referral",
] as const satisfies (keyof Admits)[];

const NUMBERS = {
  minAge: [0, 120],
  maxAge: [0, 120],
  maxPeople: [1, 100],
  maxStayNights: [1, 3650],
} satisfies Partial<Record<keyof Admits, [number, number]>>;

type AnswerName = (typeof ANSWERS)[number];
type NumberName = keyof typeof NUMBERS;

export function readWho(typed: Typed): ReadPart<Admits> {
  const problems = new Problems();
  const answers = Object.fromEntries(ANSWERS.map((name) => [name, answerIn(typed, name)]));
  const numbers = Object.fromEntries(
    Object.entries(NUMBERS).map(([name, limits]) => [
      name,
      numberIn(typed, fieldOf(name), limits as [number, number], problems),
    ]),
  ) as Record<NumberName, number | null>;
  const { minAge, maxAge } = numbers;
  if (minAge !== null && maxAge !== null && maxAge < minAge) problems.add("max-age", "ages");
  const gender = typed.gender;
  return problems.unless({
    ...(answers as Record<AnswerName, boolean | null>),
    ...numbers,
    gender: gender === "any" || gender === "women" || gender === "men" ? gender : null,
    pets: Object.fromEntries(PETS.map((pet) => [pet, answerIn(typed, pet)])) as Admits["pets"],
    documents: papersIn(typed, problems),
  });
}

/** "maxStayNights" is asked as "max-stay-nights". */
function fieldOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function answerIn(typed: Typed, name: string): boolean | null {
  const answer = typed[fieldOf(name)];
  return answer === "yes" ? true : answer === "no" ? false : null;
}

function papersIn(typed: Typed, problems: Problems): Words[] | null {
  if (typed.papers === "none") return [];
  if (typed.papers !== "some") return null;
  const [en, es] = [linesOf(typed["papers-en"]), linesOf(typed["papers-es"])];
  if (en.length === 0) return problems.add("papers-en", "papers");
  if (es.length > 0 && es.length !== en.length) return problems.add("papers-es", "papers-uneven");
  return en.map((paper, at) => ({ en: paper, ...(es[at] !== undefined && { es: es[at] }) }));
}

function linesOf(text = ""): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function typedWho(admits: Admits): Typed {
  const said = (answer: boolean | null) => (answer === null ? "" : answer ? "yes" : "no");
  const { documents } = admits;
  return Object.fromEntries([
    ...ANSWERS.map((name) => [fieldOf(name), said(admits[name])]),
    ...PETS.map((pet) => [pet, said(admits.pets[pet])]),
    ...(Object.keys(NUMBERS) as NumberName[]).map((name) => [fieldOf(name), String(admits[name] ?? "")]),
    ["gender", admits.gender ?? ""],
    ["papers", documents === null ? "" : documents.length === 0 ? "none" : "some"],
    ["papers-en", (documents ?? []).map(({ en }) => en).join("\n")],
    ["papers-es", documents?.every(({ es }) => es) ? documents.map(({ es }) => es).join("\n") : ""],
  ]) as Typed;
}
