/** What staff read of holds: who asks, who comes, what was saved, and why something was not. */
import type { HoldState } from "~/domain/hold";
import type { PoolFit, RefusedKind, Step } from "~/domain/inbox";
import type { EpochSeconds } from "~/domain/journey";
import type { Language } from "~/text/language";
import { las, sayList, type Clock } from "~/text/say";

const en = {
  title: "Asks and holds",
  asOf: (time: string) => `As of ${time}.`,
  lookAgain: "Look again",
  asks: (count: number): string => (count === 1 ? "ask" : "asks"),
  coming: (count: number) => `${count} on the way`,
  nobody: "Nobody asks right now, and nobody is on the way.",
  asksTitle: "Waiting for your yes",
  comingTitle: "On the way",
  overTitle: "Over, in the last 12 hours",
  someone: "Somebody",
  asksUntil: (until: string) => `They ask. It stands ${until}, and longer if you say yes.`,
  heldUntil: (until: string) => `Held for them ${until}.`,
  states: {
    held: "Held for them.",
    arrived: "They are in.",
    cancelled: "They gave it back.",
    expired: "The time is over.",
    declined: "You could not take them.",
    "no-show": "They did not come.",
  } satisfies Record<HoldState, string>,
  comes: (at: string) => `They come ${at}.`,
  meantToCome: (at: string) => `They meant to come ${at}.`,
  comesSometime: "They did not say when they come.",
  byBus: (lines: string) => `By bus ${lines}.`,
  onFoot: "They walk.",
  leaves: (at: string) => `They leave ${at}.`,
  outside: (minutes: number) => `${minutes}\u00a0min outside on the way.`,
  pool: (units: string, people: string, size: number) =>
    `${units} ${people}. Up to ${size} ${size === 1 ? "person" : "people"} each.`,
  fit: {
    fits: "It fits what you take.",
    tight: "They are more people than that: it may be tight.",
    apart: "They asked to stay together, and this is more than one room.",
    "not-meant": "These are meant for others: talk with them first.",
  } satisfies Record<PoolFit, string>,
  theyRead: (sentence: string) => `They read: "${sentence}"`,
  code: "Their five words",
  codeLarge: "Read the words out",
  reach: "Reach them:",
  noReach: "They left no way to reach them.",
  steps: {
    accept: "Yes, hold it",
    arrived: "Arrived",
    "more-time": "30\u00a0min more",
    "did-not-come": "Did not come",
    decline: "Decline",
  } satisfies Record<Step, string>,
  missedFrom: (from: string) => `You can tap "did not come" ${from}.`,
  why: "Why? They will read it.",
  ownWords: "In your own words",
  send: "Decline, and tell them why",
  reasonWas: (reason: string) => `They read: "${reason}"`,
  savedUntil: (until: string) => `Saved. It is held ${until}.`,
  saved: {
    arrived: "Saved. They are in, and so is the count.",
    declined: "Saved. They can read why.",
    "no-show": "Saved. Nothing is held for them now. If they come late, tap Arrived.",
  } satisfies Partial<Record<HoldState, string>>,
  notSaved: "Nothing was saved",
  back: "See all asks and holds",
  signIn: "Sign in",
  oldForm: "This page was open for too long. See how it stands now, and tap again.",
  refused: {
    closed: "It is over.",
    "signed-out": "You are signed out. Sign in, and tap again.",
    "unknown-hold": "We don't find that hold here. It may be too old.",
    "key-used-otherwise": "This form was sent before. See how it stands now.",
    "no-more-time": "It is held for 3 hours from now. That is the most.",
    full: "The time was over, and others have the room by now.",
    "has-hold": "They hold another bed by now, so this one was let go.",
    "too-early": "It is too early to say that. The bus may be late.",
    "still-a-request": "Nobody said yes to it yet. Say yes, or decline.",
    "needs-a-reason": "Pick a reason, or write one.",
  } satisfies Record<RefusedKind, string>,
  closed: {
    held: "It stands.",
    arrived: "They are in already.",
    cancelled: "They gave it back.",
    expired: "The time was over, with no yes. You can still give them 30\u00a0min more.",
    declined: "Somebody here told them no.",
    "no-show": "Somebody here said that they did not come.",
  } satisfies Record<HoldState, string>,
  tooLong: (most: number) => `Keep it short: at most ${most} letters.`,
};

export type InboxWords = typeof en;

const es: InboxWords = {
  title: "Piden lugar y vienen",
  asOf: (time) => `A ${las(time)}.`,
  lookAgain: "Ver otra vez",
  asks: (count) => (count === 1 ? "pide lugar" : "piden lugar"),
  coming: (count) => (count === 1 ? "1 viene en camino" : `${count} vienen en camino`),
  nobody: "Nadie pide lugar ahora, y nadie viene en camino.",
  asksTitle: "Esperan su sí",
  comingTitle: "Vienen en camino",
  overTitle: "Ya pasó, en las últimas 12 horas",
  someone: "Alguien",
  asksUntil: (until) => `Piden lugar. Vale ${until}, y más si usted dice que sí.`,
  heldUntil: (until) => `Apartado para ellos ${until}.`,
  states: {
    held: "Apartado para ellos.",
    arrived: "Ya llegaron.",
    cancelled: "Ellos lo dejaron libre.",
    expired: "Se acabó el tiempo.",
    declined: "No los pudieron recibir.",
    "no-show": "No llegaron.",
  },
  comes: (at) => `Llegan ${at}.`,
  meantToCome: (at) => `Pensaban llegar ${at}.`,
  comesSometime: "No dijeron a qué hora llegan.",
  byBus: (lines) => `En camión ${lines}.`,
  onFoot: "Vienen a pie.",
  leaves: (at) => `Salen ${at}.`,
  outside: (minutes) => `${minutes}\u00a0min afuera en el camino.`,
  pool: (units, people, size) =>
    `${units} ${people}. Hasta ${size} ${size === 1 ? "persona" : "personas"} en cada uno.`,
  fit: {
    fits: "Sirve con lo que ustedes reciben.",
    tight: "Son más personas: puede quedar apretado.",
    apart: "Pidieron no separarse, y es más de un cuarto.",
    "not-meant": "Esto es para otras personas: hable primero con ellos.",
  },
  theyRead: (sentence) => `Ellos leen: "${sentence}"`,
  code: "Sus cinco palabras",
  codeLarge: "Leer las palabras en voz alta",
  reach: "Para hablarles:",
  noReach: "No dejaron cómo hablarles.",
  steps: {
    accept: "Sí, apartarlo",
    arrived: "Ya llegaron",
    "more-time": "30\u00a0min más",
    "did-not-come": "No llegaron",
    decline: "No se puede",
  },
  missedFrom: (from) => `Puede tocar "no llegaron" ${from}.`,
  why: "¿Por qué? Ellos lo van a leer.",
  ownWords: "Con sus propias palabras",
  send: "Decirles que no, y por qué",
  reasonWas: (reason) => `Ellos leen: "${reason}"`,
  savedUntil: (until) => `Guardado. Queda apartado ${until}.`,
  saved: {
    arrived: "Guardado. Ya están adentro, y la cuenta también lo sabe.",
    declined: "Guardado. Pueden leer por qué.",
    "no-show": "Guardado. Ya no hay nada apartado para ellos. Si llegan tarde, toque Ya llegaron.",
  },
  notSaved: "No se guardó nada",
  back: "Ver a todos los que piden y vienen",
  signIn: "Entrar",
  oldForm: "Esta página estuvo abierta mucho tiempo. Vea cómo está ahora, y toque otra vez.",
  refused: {
    closed: "Ya terminó.",
    "signed-out": "Se cerró su sesión. Entre, y toque otra vez.",
    "unknown-hold": "Aquí no hallamos eso. Puede que sea muy viejo.",
    "key-used-otherwise": "Esto ya se mandó antes. Vea cómo está ahora.",
    "no-more-time": "Ya está apartado por 3 horas desde ahora. Es lo más que se puede.",
    full: "Se acabó el tiempo, y otros ya tienen el lugar.",
    "has-hold": "Ya apartaron otro lugar, por eso este quedó libre.",
    "too-early": "Es muy pronto para decir eso. El camión puede venir tarde.",
    "still-a-request": "Todavía nadie les dijo que sí. Diga que sí, o que no se puede.",
    "needs-a-reason": "Escoja un motivo, o escriba uno.",
  },
  closed: {
    held: "Sigue apartado.",
    arrived: "Ya llegaron antes.",
    cancelled: "Ellos lo dejaron libre.",
    expired: "Se acabó el tiempo sin un sí. Todavía les puede dar 30\u00a0min más.",
    declined: "Alguien aquí ya les dijo que no.",
    "no-show": "Alguien aquí ya dijo que no llegaron.",
  },
  tooLong: (most) => `Más corto, por favor: ${most} letras o menos.`,
};

export const inboxWords: Record<Language, InboxWords> = { en, es };

/** Why a tap changed nothing; `state` is what has become of the hold, `from` when it may be said that they did not come. */
export type Refused = { kind: RefusedKind; state: HoldState | null; from: EpochSeconds | null };

export function refusedSentence({ kind, state, from }: Refused, language: Language, clock: Clock): string {
  const words = inboxWords[language];
  if (kind === "closed" && state) return words.closed[state];
  if (kind === "too-early" && from !== null)
    return `${words.refused[kind]} ${words.missedFrom(clock.from(from))}`;
  return words.refused[kind];
}

/** "107 and 101". */
export function busLines(lines: readonly string[], language: Language): string {
  return inboxWords[language].byBus(sayList(lines, language));
}
