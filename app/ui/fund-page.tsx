/** Nights that need money, for a group's members: a promise, how to pay it, and what became of those before. */
import { missing, PLEDGE_WAYS, tooMuch } from "~/domain/stay";
import type { OwnPledge, StayToFund } from "~/domain/stay-sheet";
import { fundWords, type FundProblem, type FundSaid } from "~/text/fund";
import type { Language } from "~/text/language";
import { dial, sayMoney } from "~/text/say";
import { Field } from "~/ui/field";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { dayWords } from "~/ui/room-days";
import { nearDay } from "~/ui/stay-days";

export type FundPageProps = Omit<GroupPageProps, "children"> & {
  stays: StayToFund[];
  past: OwnPledge[];
  timeZone: string;
  formKey: string;
  said: FundSaid | null;
  /** What was typed into a form that was not taken, and why it was not. */
  typed: Record<string, string>;
  problem: FundProblem | null;
};

export function FundPage(page: FundPageProps) {
  const { language, stays, past, said, problem, typed } = page;
  const words = fundWords[language];
  // Gone meanwhile, so there is no form to say it beside.
  const isLoose = problem !== null && !stays.some(({ stayId }) => stayId === typed.stay);
  return (
    <GroupPage {...page}>
      <h1>{words.title}</h1>
      {said && !problem && (
        <p role="status">
          <strong>{words.said[said]}</strong>
        </p>
      )}
      {isLoose && (
        <p className="caution" role="alert">
          {words.problems[problem]}
        </p>
      )}
      <p>{words.how}</p>
      {stays.length === 0 && <p className="summary">{words.none}</p>}
      {stays.map((stay) => (
        <ToFund key={stay.stayId} stay={stay} page={page} />
      ))}
      <Past past={past} page={page} />
    </GroupPage>
  );
}

function ToFund({ stay, page }: { stay: StayToFund; page: FundPageProps }) {
  const { language } = page;
  const words = fundWords[language];
  const { stayId, money } = stay;
  const [gap, extra] = [missing(money), tooMuch(money)];
  const own = stay.own.filter(({ openCents }) => openCents > 0);
  const isMended = page.problem !== null && page.typed.stay === stayId;
  return (
    <section className="pool" aria-labelledby={`stay-${stayId}`}>
      <h2 id={`stay-${stayId}`}>{words.nights(stay.nights)}</h2>
      <p>{words.fromTo(nearDay(stay.arrivesOn, language), nearDay(stay.leavesOn, language))}</p>
      {stay.isOver ? (
        <p>{words.over}</p>
      ) : (
        <p>
          {words.costs(sayMoney(money.cost))}{" "}
          <strong>{gap > 0 ? `${words.missing(sayMoney(gap))}.` : words.covered}</strong>
          {extra > 0 && own.length > 0 && ` ${words.tooMuch(sayMoney(extra))}`}
        </p>
      )}
      {own.map((pledge) => (
        <Own key={pledge.pledgeId} pledge={pledge} page={page} />
      ))}
      {((gap > 0 && !stay.isOver) || isMended) && <PromiseForm stay={stay} page={page} isMended={isMended} />}
    </section>
  );
}

function Own({ pledge, page }: { pledge: StayToFund["own"][number]; page: FundPageProps }) {
  const words = fundWords[page.language];
  const { pledgeId, way, amountCents, openCents } = pledge;
  return (
    <div className="was">
      <p>
        {words.own(sayMoney(amountCents))} {words.open(sayMoney(openCents))}
      </p>
      {way === "group" ? <p>{words.payGroup}</p> : <WhereToPay pledge={pledge} language={page.language} />}
      <form method="post" action={`/group/${page.group.groupId}/fund/back`}>
        <input type="hidden" name="key" value={page.formKey} />
        <button name="pledge" value={pledgeId}>
          {words.back}
        </button>
      </form>
    </div>
  );
}

type WhereProps = { pledge: StayToFund["own"][number]; language: Language };

function WhereToPay({ pledge: { vendor, vendorPhone }, language }: WhereProps) {
  const words = fundWords[language];
  if (vendor === null) return <p>{words.waits}</p>;
  return (
    <>
      <p>
        <strong>{words.payAt(vendor, null)}</strong>{" "}
        {vendorPhone && <a href={dial(vendorPhone)}>{vendorPhone}</a>}
      </p>
      <p>{words.payHow}</p>
    </>
  );
}

type PromiseFormProps = { stay: StayToFund; page: FundPageProps; isMended: boolean };

function PromiseForm({ stay: { stayId }, page, isMended }: PromiseFormProps) {
  const { language, group, formKey, problem } = page;
  const words = fundWords[language];
  const typed = isMended ? page.typed : {};
  const sentence = isMended && problem ? words.problems[problem] : null;
  return (
    <form method="post" action={`/group/${group.groupId}/fund?index`} autoComplete="off">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="stay" value={stayId} />
      <Field
        name="amount"
        id={`amount-${stayId}`}
        label={words.amount}
        value={typed.amount ?? ""}
        problem={problem === "way" ? null : sentence}
        inputMode="decimal"
      />
      <fieldset className={sentence && problem === "way" ? "mend" : undefined}>
        <legend>{words.way}</legend>
        {sentence && problem === "way" && <strong className="problem">{sentence}</strong>}
        {PLEDGE_WAYS.map((way) => (
          <label key={way} className="tick">
            <input type="radio" name="way" value={way} defaultChecked={typed.way === way} />
            <span>
              {words.ways[way][0]} <small>{words.ways[way][1]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="small">{words.noCard}</p>
      <button className="main">{words.promise}</button>
    </form>
  );
}

function Past({ past, page: { language, timeZone } }: { past: OwnPledge[]; page: FundPageProps }) {
  const words = fundWords[language];
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past">{words.past}</h2>
      <ul className="log">
        {past.map((pledge) => (
          <li key={pledge.pledgeId}>
            <strong>
              {words.made(sayMoney(pledge.amountCents), dayWords(pledge.madeAt, language, timeZone))}
            </strong>
            : {becameWords(pledge, language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function becameWords({ amountCents, openCents, paidCents, receipts }: OwnPledge, language: Language): string {
  const words = fundWords[language];
  const backCents = amountCents - openCents - paidCents;
  const parts = [
    ...(paidCents > 0 ? [words.paid(sayMoney(paidCents))] : []),
    ...(openCents > 0 ? [words.stillOpen(sayMoney(openCents))] : []),
    ...(backCents > 0 ? [words.tookBack(sayMoney(backCents))] : []),
  ].join(", ");
  return receipts.length > 0 ? `${parts}. ${words.receipts(receipts.join(", "))}.` : `${parts}.`;
}
