/** What managers read of the people of their organization. */
import type { StaffRole } from "~/domain/staff";
import type { Language } from "~/text/language";

const en = {
  people: "People",
  peopleHint: "Who may sign in for your places. Each signs in with a code by email.",
  roles: { staff: "staff", manager: "manager" } satisfies Record<StaffRole, string>,
  you: "you",
  endAccess: (name: string) => `End access: ${name}`,
  endNow: (name: string) => `Yes, end access now: ${name}`,
  endHint: "Their PINs and their time on your tablets end at once. What they changed stays in the log.",
  inviteTitle: "Invite somebody",
  name: "Their name",
  nameHint: "As the team says it. The log shows it next to what they change.",
  email: "Their email",
  role: "What they may do",
  roleChoices: {
    staff: "Keep the counts and the holds",
    manager: "That, and tablets and people too",
  } satisfies Record<StaffRole, string>,
  invite: "Send them an email",
  invited: (name: string) => `${name} may sign in now. An email is on its way.`,
  noName: "Type their name, up to 100 letters.",
  noRole: "Choose what they may do.",
  yourself: "This is you. Another manager must change your access.",
  shutOut: "Whoever runs this server has ended this person's access. Ask them first.",
  tooMany: "That is 30 people today. Go on tomorrow.",
  oldForm: "This page was open for too long. Look at it as it is now, and try again.",
};

export type MembersWords = typeof en;

const es: MembersWords = {
  people: "Personas",
  peopleHint: "Quiénes pueden entrar por sus lugares. Cada quien entra con un código por correo.",
  roles: { staff: "equipo", manager: "a cargo" },
  you: "usted",
  endAccess: (name) => `Quitar el acceso: ${name}`,
  endNow: (name) => `Sí, quitar el acceso ya: ${name}`,
  endHint: "Su PIN y su tiempo en las tabletas se acaban al momento. Lo que cambió sigue en la lista.",
  inviteTitle: "Invitar a alguien",
  name: "El nombre de esa persona",
  nameHint: "Como le dice el equipo. Sale junto a lo que cambie.",
  email: "El correo de esa persona",
  role: "Qué puede hacer",
  roleChoices: {
    staff: "Llevar las cuentas y los apartados",
    manager: "Eso, y también las tabletas y las personas",
  },
  invite: "Mandarle un correo",
  invited: (name) => `${name} ya puede entrar. El correo va en camino.`,
  noName: "Escriba su nombre, de hasta 100 letras.",
  noRole: "Elija qué puede hacer.",
  yourself: "Esta persona es usted. Su acceso lo tiene que cambiar otra persona encargada.",
  shutOut: "A esta persona le quitó el acceso quien lleva este servidor. Pregúntele primero.",
  tooMany: "Ya son 30 personas hoy. Siga mañana.",
  oldForm: "Esta página estuvo abierta mucho tiempo. Véala como está ahora y pruebe otra vez.",
};

export const membersWords: Record<Language, MembersWords> = { en, es };
