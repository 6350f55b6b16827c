/** The books of a stay: every movement from one account to another, and what each account holds. */
import { ACCOUNTS, balancesOf, type Transfer } from "~/domain/stay-sheet";
import { sayMoney } from "~/text/say";
import { stayMoneyWords, type StayMoneyWords } from "~/text/stay-money";
import { dayWords } from "~/ui/room-days";
import type { StayPart } from "~/ui/stay-page";

export function StayLedger({ part }: { part: StayPart }) {
  const { stay, language, timeZone } = part;
  const words = stayMoneyWords[language];
  return (
    <details id="books">
      <summary>{words.ledgerTitle}</summary>
      {stay.transfers.length === 0 ? (
        <p>{words.noLedger}</p>
      ) : (
        <>
          <ol className="log">
            {stay.transfers.map((transfer, index) => (
              <li key={index}>
                <strong>{sayMoney(transfer.amountCents)}</strong> {movedWords(transfer, words)}
                <small>
                  {dayWords(transfer.at, language, timeZone)} · {byWords(transfer, words)}
                  {transfer.receipt && ` · ${words.receiptShort}: ${transfer.receipt}`}
                </small>
              </li>
            ))}
          </ol>
          <Balances part={part} />
        </>
      )}
    </details>
  );
}

function movedWords({ what, fromAccount, toAccount }: Transfer, words: StayMoneyWords): string {
  return `${words.moved[what]}: ${words.accounts[fromAccount]} → ${words.accounts[toAccount]}`;
}

function byWords({ who, second }: Transfer, words: StayMoneyWords): string {
  return second === null ? who : words.second(who, second);
}

function Balances({ part: { stay, language } }: { part: StayPart }) {
  const words = stayMoneyWords[language];
  const held = balancesOf(stay.transfers);
  const sum = ACCOUNTS.reduce((total, account) => total + held[account], 0);
  return (
    <>
      <dl className="sums">
        {ACCOUNTS.map((account) => (
          <div key={account}>
            <dt>{words.accounts[account]}</dt>
            <dd>{sayMoney(held[account])}</dd>
          </div>
        ))}
        <div>
          <dt>{words.sum}</dt>
          <dd>{sayMoney(sum)}</dd>
        </div>
      </dl>
      <p className="small">{words.sumHint}</p>
    </>
  );
}
