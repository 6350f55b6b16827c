/** What members read of nights that need money: how many, how much; never for whom, nor where. */
import type { PledgeWay } from "~/domain/stay";
import type { Language } from "~/text/language";

const en = {
  title: "Help pay for nights",
  how: "A family needs nights in a motel or an apartment. Promise what you can. You read here what becomes of it. For their safety it does not say who they are, or where.",
  none: "No nights need money now. Thank you for looking.",
  nights: (nights: number) => (nights === 1 ? "1 night for a family" : `${nights} nights for a family`),
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  costs: (money: string) => `They cost ${money}.`,
  missing: (money: string) => `${money} not promised yet`,
  covered: "All of it is promised. Thank you.",
  over: "These nights are over. What you have not paid, ask a coordinator, or take it back.",
  tooMuch: (money: string) => `${money} more than it costs is promised. You may take some back.`,
  amount: "How much can you give, in dollars?",
  way: "How will you pay it?",
  ways: {
    vendor: ["I pay the place directly", "After a coordinator's yes you read its name and phone here."],
    group: ["I pay into the group's account", "A coordinator tells you how."],
  } satisfies Record<PledgeWay, [string, string]>,
  noCard: "No card number is asked for here. Never write one.",
  promise: "I promise this",
  yours: "What you promised",
  own: (money: string) => `You promised ${money}.`,
  open: (money: string) => `${money} not paid yet.`,
  waits: "A coordinator says yes first. Then you read here where to pay.",
  payAt: (vendor: string, phone: string | null) => (phone ? `Pay ${vendor}, ${phone}.` : `Pay ${vendor}.`),
  payHow:
    "Ask for the front desk and say it is for a stay of the group. Keep the receipt and tell a coordinator its number. A family sleeps there: do not go there, and tell nobody.",
  payGroup: "Pay it into the group's account. Ask a coordinator how, and keep the receipt.",
  back: "Take back what is not paid",
  past: "All you promised here",
  made: (money: string, day: string) => `${money}, ${day}`,
  paid: (money: string) => `${money} paid`,
  tookBack: (money: string) => `${money} taken back`,
  stillOpen: (money: string) => `${money} open`,
  receipts: (list: string) => `Receipts: ${list}`,
  said: {
    promised: "Thank you. Your promise is written down.",
    "taken-back": "Taken back. Nobody counts on it now.",
    "old-form": "This page was open for too long. Look at it as it is now, and try again.",
  },
  problems: {
    amount: "Type an amount from 1 to 100,000 dollars, like 80 or 1,250.50.",
    way: "Choose how you will pay it.",
    over: "These nights are over or were called off, so nothing was promised. Thank you.",
    "old-form": "This page was open for too long. What you typed is still here: send it again.",
  },
};

export type FundWords = typeof en;
export type FundProblem = keyof FundWords["problems"];
export type FundSaid = keyof FundWords["said"];

const es: FundWords = {
  title: "Ayudar a pagar noches",
  how: "Una familia necesita noches en un motel o un apartamento. Prometa lo que pueda. Aquí lee qué pasa con su dinero. Por su seguridad no dice quiénes son, ni dónde.",
  none: "Ahora no hay noches por pagar. Gracias por mirar.",
  nights: (nights) => (nights === 1 ? "1 noche para una familia" : `${nights} noches para una familia`),
  fromTo: (from, to) => `Del ${from} al ${to}`,
  costs: (money) => `Cuestan ${money}.`,
  missing: (money) => `Faltan ${money} por prometer`,
  covered: "Todo está prometido. Gracias.",
  over: "Estas noches ya pasaron. Si algo no está pagado, pregunte a quien coordina, o retírelo.",
  tooMuch: (money) => `Hay ${money} prometidos de más. Puede retirar una parte.`,
  amount: "¿Cuánto puede dar, en dólares?",
  way: "¿Cómo lo va a pagar?",
  ways: {
    vendor: ["Le pago directo al lugar", "Con el sí de quien coordina, aquí lee el nombre y el teléfono."],
    group: ["Lo pago a la cuenta del grupo", "Alguien que coordina le dice cómo."],
  },
  noCard: "Aquí no se pide ningún número de tarjeta. Nunca lo escriba.",
  promise: "Prometo esto",
  yours: "Lo que usted prometió",
  own: (money) => `Usted prometió ${money}.`,
  open: (money) => `Faltan ${money} por pagar.`,
  waits: "Primero dice que sí alguien que coordina. Luego lee aquí dónde pagar.",
  payAt: (vendor, phone) => (phone ? `Pague a ${vendor}, ${phone}.` : `Pague a ${vendor}.`),
  payHow:
    "Pida la recepción y diga que es para una estancia del grupo. Guarde el recibo y diga su número a quien coordina. Ahí duerme una familia: no vaya, y no lo diga a nadie.",
  payGroup: "Páguelo a la cuenta del grupo. Pregunte cómo a quien coordina, y guarde el recibo.",
  back: "Retirar lo que no está pagado",
  past: "Todo lo que usted prometió aquí",
  made: (money, day) => `${money}, ${day}`,
  paid: (money) => `${money} pagados`,
  tookBack: (money) => `${money} retirados`,
  stillOpen: (money) => `faltan ${money}`,
  receipts: (list) => `Recibos: ${list}`,
  said: {
    promised: "Gracias. Su promesa está anotada.",
    "taken-back": "Retirado. Ya nadie cuenta con eso.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Mire cómo está ahora y pruebe otra vez.",
  },
  problems: {
    amount: "Escriba una cantidad de 1 a 100,000 dólares, como 80 o 1,250.50.",
    way: "Elija cómo lo va a pagar.",
    over: "Estas noches ya terminaron o no se hacen: no se prometió nada. Gracias.",
    "old-form": "Esta página estuvo abierta mucho tiempo. Todo sigue aquí: mándelo otra vez.",
  },
};

export const fundWords: Record<Language, FundWords> = { en, es };
