/** The mail that a first look on one's own machine would have sent. */
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { StaffPage } from "~/ui/staff-page";

type OutboxProps = {
  language: Language;
  messages: { to: string; subject: string; text: string; at: Date }[];
};

export function Outbox({ language, messages }: OutboxProps) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={null}>
      <h1>{words.outbox}</h1>
      <p>{words.outboxHint}</p>
      {messages.length === 0 && <p>{words.outboxEmpty}</p>}
      {messages.map(({ to, subject, text, at }) => (
        <article key={`${to} ${at.getTime()}`}>
          <h2>{subject}</h2>
          <p className="small">{to}</p>
          <pre>{text}</pre>
        </article>
      ))}
    </StaffPage>
  );
}
