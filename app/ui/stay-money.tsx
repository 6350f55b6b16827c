/** The money of a stay for its coordinators: the sums, the promises, and what leaves the group's account by two. */
import { missing, owed } from "~/domain/stay";
import type { Payout, PledgeTold, StayChange } from "~/domain/stay-sheet";
import { sayMoney } from "~/text/say";
import { stayMoneyWords } from "~/text/stay-money";
import { stayPageWords } from "~/text/stay-page";
import { staysWords } from "~/text/stays";
import { Field } from "~/ui/field";
import { Said, StayForm, typedIn, type StayPart } from "~/ui/stay-page";
import { isOpen, moneyWords } from "~/ui/stays-page";

type PartProps = { part: StayPart };

export function StayMoney({ part }: PartProps) {
  const { stay, language } = part;
  const words = stayMoneyWords[language];
  return (
    <section id="money" aria-labelledby="money-title">
      <h2 id="money-title">{words.title}</h2>
      <Said part={part} of={["accept", "back", "paid", "payout", "decide", "refund"]} />
      <Sums part={part} />
      <StillOpen part={part} />
      <h3>{words.pledgesTitle}</h3>
      {stay.pledges.length === 0 && <p>{words.noPledges}</p>}
      {stay.pledges.map((pledge) => (
        <Pledge key={pledge.pledgeId} pledge={pledge} part={part} />
      ))}
      <Payouts part={part} />
      {stay.money.vendor > 0 && (
        <details open={part.problem?.change === "refund"}>
          <summary>{words.refundTitle}</summary>
          <p>{words.refundHint}</p>
          <StayForm part={part} change="refund">
            <AmountFields part={part} change="refund" cents={null} of={null} />
            <button>{words.refund}</button>
          </StayForm>
        </details>
      )}
    </section>
  );
}

/** After a stay that ended early what it would have cost is owed to nobody. */
function StillOpen({ part: { stay, language } }: PartProps) {
  if (isOpen(stay)) return <p>{moneyWords(stay, language)}</p>;
  const rest = owed(stay.money);
  return stay.state === "ended" && rest > 0 ? <p>{staysWords[language].owed(sayMoney(rest))}</p> : null;
}

function Sums({ part: { stay, language } }: PartProps) {
  const words = stayMoneyWords[language];
  const { cost, vendor, group, promised } = stay.money;
  const rows = [
    [words.cost, cost],
    [words.vendor, vendor],
    [words.group, group],
    [words.promised, promised],
    [words.missing, isOpen(stay) ? missing(stay.money) : 0],
  ] as const;
  return (
    <dl className="sums">
      {rows
        .filter(([, cents], index) => index < 2 || cents > 0)
        .map(([label, cents]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{sayMoney(cents)}</dd>
          </div>
        ))}
    </dl>
  );
}

function Pledge({ pledge, part }: { pledge: PledgeTold; part: StayPart }) {
  const { pledgeId, who, amountCents, way, openCents, isAccepted, isOwn } = pledge;
  const words = stayMoneyWords[part.language];
  const of: ["pledge", string] = ["pledge", pledgeId];
  const isProblem = Object.keys(typedIn(part, "paid", of)).length > 0;
  const asksYes = way === "vendor" && !isAccepted && openCents > 0;
  return (
    <div className="was">
      <p>
        <strong>{words.pledge(who, sayMoney(amountCents))}</strong>, {words.ways[way]}.{" "}
        {openCents > 0 ? words.open(sayMoney(openCents)) : words.nothingOpen}.
      </p>
      {asksYes && isOwn && <p className="small">{words.ownAccept}</p>}
      {asksYes && !isOwn && (
        <StayForm part={part} change="accept">
          <p className="small">{words.acceptHint}</p>
          <button name="pledge" value={pledgeId}>
            {words.accept}
          </button>
        </StayForm>
      )}
      {way === "vendor" && isAccepted && openCents > 0 && <p className="small">{words.accepted}</p>}
      {openCents > 0 && (
        <details open={isProblem}>
          <summary>{words.paidTitle}</summary>
          <StayForm part={part} change="paid">
            <input type="hidden" name="pledge" value={pledgeId} />
            <AmountFields part={part} change="paid" cents={openCents} of={of} />
            <button>{words.paid}</button>
          </StayForm>
          <StayForm part={part} change="back">
            <button name="pledge" value={pledgeId}>
              {words.back}
            </button>
          </StayForm>
        </details>
      )}
    </div>
  );
}

function Payouts({ part }: PartProps) {
  const { stay, language, problem } = part;
  const words = stayMoneyWords[language];
  const waiting = stay.payouts.filter(({ isPaid }) => isPaid === null);
  if (stay.money.group <= 0 && waiting.length === 0) return null;
  return (
    <>
      <h3>{words.payoutsTitle}</h3>
      <p>{words.payoutsHint}</p>
      {waiting.map((payout) => (
        <Decide key={payout.payoutId} payout={payout} part={part} />
      ))}
      {stay.money.group > 0 && (
        <details open={problem?.change === "payout"}>
          <summary>{words.ask}</summary>
          <StayForm part={part} change="payout">
            <AmountFields part={part} change="payout" cents={stay.money.group} of={null} />
            <button>{words.ask}</button>
          </StayForm>
        </details>
      )}
    </>
  );
}

function Decide({ payout, part }: { payout: Payout; part: StayPart }) {
  const { payoutId, who, amountCents, receipt, askedBy } = payout;
  const words = stayMoneyWords[part.language];
  const isOwn = askedBy === part.stay.personId;
  return (
    <StayForm part={part} change="decide" className="was">
      <p>
        {words.asks(who, sayMoney(amountCents))} {receipt && `${words.receiptShort}: ${receipt}.`}
      </p>
      {isOwn && <p className="small">{words.waitsForOther}</p>}
      <input type="hidden" name="payout" value={payoutId} />
      <p className="actions">
        {!isOwn && (
          <button name="say" value="yes">
            {words.yes}
          </button>
        )}
        <button name="say" value="no">
          {isOwn ? words.takeBackAsk : words.no}
        </button>
      </p>
    </StayForm>
  );
}

type AmountProps = PartProps & {
  change: StayChange;
  /** As much as there is. */
  cents: number | null;
  of: [name: string, value: string] | null;
};

function AmountFields({ part, change, cents, of }: AmountProps) {
  const [words, typed] = [stayMoneyWords[part.language], typedIn(part, change, of)];
  const id = of ? `${change}-${of[1]}` : change;
  const why = Object.keys(typed).length > 0 ? part.problem?.why : undefined;
  const sentence = why && stayPageWords[part.language].problems[why];
  return (
    <>
      <Field
        name="amount"
        id={`${id}-amount`}
        label={words.amount}
        value={typed.amount ?? (cents === null ? "" : (cents / 100).toFixed(2).replace(".00", ""))}
        problem={why === "amount" || why === "too-much" ? sentence : null}
        inputMode="decimal"
      />
      <Field
        name="receipt"
        id={`${id}-receipt`}
        label={words.receipt}
        hint={words.receiptHint}
        value={typed.receipt ?? ""}
        problem={why === "receipt" ? sentence : null}
      />
    </>
  );
}
