/** Why a step of a room was not saved, and what to do: for coordinators and hosts. */
import type { Language } from "~/text/language";

const en = {
  back: "Back to the room",
  notSaved: "This was not saved",
  refused: {
    "signed-out": "Sign in first.",
    "unknown-room": "This room is not here any more.",
    "key-used-otherwise": "This page was open for too long. Look at it as it is now, and try again.",
    ended: "This room has ended.",
    "own-room": "Someone else must check this room.",
    "too-early": "Something before this is not done yet, or ran out.",
    "done-already": "This was done before.",
    "out-of-range":
      "Look at the dates and the list again. A check needs its day and a day in the future. A visit needs all of the list.",
    "approved-already": "You said yes to this room before. Someone else must say yes too.",
    "same-eyes":
      "You and the one who said yes count as one this week, as one of you made the other a coordinator. Ask a third. Or both say yes again when this week is over.",
    "no-words": "Write what happened, in up to 2,000 letters.",
    "no-agreement": "Tick the box to say yes.",
  },
};

export type VettingRefused = typeof en;
export type RoomRefusal = keyof VettingRefused["refused"];

const es: VettingRefused = {
  back: "Volver al cuarto",
  notSaved: "Esto no se guardó",
  refused: {
    "signed-out": "Primero entre con su correo.",
    "unknown-room": "Este cuarto ya no está aquí.",
    "key-used-otherwise": "Esta página estuvo abierta mucho tiempo. Mire cómo está ahora y pruebe otra vez.",
    ended: "Este cuarto ya terminó.",
    "own-room": "Otra persona tiene que revisar este cuarto.",
    "too-early": "Algo que va antes no está hecho todavía, o ya se venció.",
    "done-already": "Esto ya se hizo.",
    "out-of-range":
      "Mire otra vez las fechas y la lista. La revisión necesita su día y un día que no ha llegado. La visita necesita toda la lista.",
    "approved-already": "Usted ya dijo que sí a este cuarto. Falta el sí de otra persona.",
    "same-eyes":
      "Usted y quien dijo que sí cuentan como una sola persona esta semana: una puso a la otra a coordinar. Pida a una tercera. O digan que sí otra vez las dos, cuando pase esta semana.",
    "no-words": "Escriba qué pasó, en 2,000 letras como máximo.",
    "no-agreement": "Marque la casilla para decir que sí.",
  },
};

export const vettingRefused: Record<Language, VettingRefused> = { en, es };
