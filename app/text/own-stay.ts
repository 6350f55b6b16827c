/** Where a family stays through its group, how it goes, and the search for a home: read by the family itself. */
import type { SearchState, StepKind } from "~/domain/home-search";
import type { CheckInAnswer, VendorKind } from "~/domain/stay";
import type { Language } from "~/text/language";

const en = {
  title: "Where you stay",
  kinds: {
    motel: "motel or hotel",
    apartment: "apartment",
    other: "house",
  } satisfies Record<VendorKind, string>,
  from: (day: string, nights: string) => `From ${day}, ${nights}.`,
  until: (day: string, hour: string) => `You can stay until ${day}, ${hour}.`,
  nights: (nights: number) => (nights === 1 ? "1 night" : `${nights} nights`),
  daysLeft: (days: number) => (days === 1 ? "1 day is left." : `${days} days are left.`),
  hoursLeft: (hours: number) => (hours === 1 ? "1 hour is left." : `${hours} hours are left.`),
  endsSoon: (group: string) => `${group} knows that it ends soon. Ask them below what comes next.`,
  past: "The last day is over. If you are still there, write below, or call the front desk.",
  over: "This stay is over.",
  paidAll: "All of it is paid.",
  paid: (paid: number, all: string, group: string) =>
    `${paid} of ${all} are paid. ${group} looks after the rest.`,
  noMoney: "If somebody there asks you for money or papers, tell us here first.",
  desk: (phone: string) => `Front desk: ${phone}`,
  who: (name: string) => `${name} looks after your stay. Write below and it is read.`,
  howTitle: "How is it going?",
  asked:
    "We ask because we want to know that you are well. If you do not answer, somebody gets in touch in the way you said is safe. That is all.",
  anytime: "Tap at any time. You need no reason.",
  answers: {
    "all-right": "We are all right",
    "call-me": "We need to talk",
    "want-out": "We want to leave now",
  } satisfies Record<CheckInAnswer, string>,
  told: {
    "all-right": "Thank you. It is good to know.",
    "call-me": "They know that you want to talk. They get in touch in the way you said is safe.",
    "want-out": "They know. They look for another place for you now. You need no reason.",
    over: "This stay was over when you tapped. Write below if you need something.",
    "old-form": "This page was open for too long. Tap once more, please.",
  },
  wantsOut: "You said that you want to leave. They look for another place now. You need no reason.",
  danger: "If you are in danger now, go, and call 911.",
  searchTitle: "Your search for a home",
  searchHint: "The group writes down here what is done for it. Write below if something is not right.",
  states: {
    "going-on": "It goes on, also after these nights.",
    "has-a-home": "You have a home. We are glad.",
    ended: "You ended it. If you want to go on, write below.",
  } satisfies Record<SearchState, string>,
  steps: {
    apply: "Apply for a place",
    call: "Call",
    paper: "Papers",
    other: "Also",
    "follow-up": "We ask how it is going",
  } satisfies Record<StepKind, string>,
  next: "Next",
  due: (day: string) => `by ${day}`,
  done: "Done",
};

export type OwnStayWords = typeof en;
export type StayTold = keyof OwnStayWords["told"];

const es: OwnStayWords = {
  title: "Dónde se quedan",
  kinds: { motel: "motel u hotel", apartment: "apartamento", other: "casa" },
  from: (day, nights) => `Desde el ${day}, ${nights}.`,
  until: (day, hour) => `Se pueden quedar hasta el ${day}, ${hour}.`,
  nights: (nights) => (nights === 1 ? "1 noche" : `${nights} noches`),
  daysLeft: (days) => (days === 1 ? "Queda 1 día." : `Quedan ${days} días.`),
  hoursLeft: (hours) => (hours === 1 ? "Queda 1 hora." : `Quedan ${hours} horas.`),
  endsSoon: (group) => `${group} sabe que termina pronto. Pregúnteles abajo qué sigue.`,
  past: "El último día ya pasó. Si todavía están ahí, escriba abajo, o llame a la recepción.",
  over: "Esta estancia ya terminó.",
  paidAll: "Todo está pagado.",
  paid: (paid, all, group) => `Ya se pagaron ${paid} de ${all}. ${group} se ocupa del resto.`,
  noMoney: "Si ahí alguien le pide dinero o papeles, díganoslo primero aquí.",
  desk: (phone) => `Recepción: ${phone}`,
  who: (name) => `${name} atiende su estancia. Escriba abajo y lo leen.`,
  howTitle: "¿Cómo les va?",
  asked:
    "Preguntamos para saber que están bien. Si no contesta, alguien se comunica con usted de la manera que usted dijo que es segura. Es todo.",
  anytime: "Toque cuando quiera. No tiene que decir por qué.",
  answers: {
    "all-right": "Estamos bien",
    "call-me": "Necesitamos hablar",
    "want-out": "Queremos irnos ya",
  },
  told: {
    "all-right": "Gracias. Qué bueno saberlo.",
    "call-me":
      "Ya saben que quiere hablar. Se comunican con usted de la manera que usted dijo que es segura.",
    "want-out": "Ya lo saben. Ahora le buscan otro lugar. No tiene que decir por qué.",
    over: "Esta estancia ya había terminado. Escriba abajo si necesita algo.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Toque otra vez, por favor.",
  },
  wantsOut: "Usted dijo que quieren irse. Ahora le buscan otro lugar. No tiene que decir por qué.",
  danger: "Si está en peligro ahora, salga y llame al 911.",
  searchTitle: "Su búsqueda de una casa",
  searchHint: "El grupo anota aquí lo que se hace. Escriba abajo si algo no está bien.",
  states: {
    "going-on": "Sigue, también después de estas noches.",
    "has-a-home": "Ya tienen casa. Nos da gusto.",
    ended: "Usted la terminó. Si quiere seguir, escriba abajo.",
  },
  steps: {
    apply: "Pedir un lugar",
    call: "Llamar",
    paper: "Papeles",
    other: "También",
    "follow-up": "Preguntamos cómo les va",
  },
  next: "Lo que sigue",
  due: (day) => `antes del ${day}`,
  done: "Ya está hecho",
};

export const ownStayWords: Record<Language, OwnStayWords> = { en, es };
