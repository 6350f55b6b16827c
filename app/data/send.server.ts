/** The one port through which a person who is not looking at a page is told something: by mail, until there are others. */
import { sendMail, type Posted } from "./mail.server";

export type Message = {
  /** The same for every try of one message: a mailbox that gets it twice can show it once. */
  id: string;
  to: string;
  subject: string;
  text: string;
};

export async function send({ id, to, subject, text }: Message): Promise<Posted> {
  return sendMail({ to, subject, text, id });
}
