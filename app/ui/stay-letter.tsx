/** A letter to be printed: which nights a group paid, to whom, with which receipts. Of the family only a line for its name. */
import { nights } from "~/domain/stay";
import { paymentsOf, type Payment, type StaySheet } from "~/domain/stay-sheet";
import { addDays } from "~/domain/zone";
import type { Language } from "~/text/language";
import { sayDate, sayMoney } from "~/text/say";
import { stayMoneyWords } from "~/text/stay-money";
import { staysWords } from "~/text/stays";
import type { GroupPageProps } from "~/ui/group-page";
import { dayWords } from "~/ui/room-days";
import { StaffPage } from "~/ui/staff-page";

type LetterStay = Pick<
  StaySheet,
  | "stayId"
  | "vendor"
  | "vendorKind"
  | "vendorPhone"
  | "vendorAddress"
  | "arrivesOn"
  | "leavesOn"
  | "money"
  | "transfers"
  | "nightCents"
  | "depositCents"
  | "paidNights"
>;

type StayLetterProps = Omit<GroupPageProps, "children"> & {
  timeZone: string;
  now: Date;
  stay: LetterStay;
  endedEarlyAt: Date | null;
};

export function StayLetter(letter: StayLetterProps) {
  const { language, name, group, timeZone, now, stay, endedEarlyAt } = letter;
  const words = stayMoneyWords[language];
  const payments = paymentsOf(stay, nights(stay));
  return (
    <StaffPage language={language} name={name}>
      <p className="back">
        <a href={`/group/${group.groupId}/stays/${stay.stayId}`}>{words.letterLink}</a>
      </p>
      {payments.length === 0 ? (
        <>
          <h1>{words.letterTitle}</h1>
          <p>{words.letterNothing}</p>
        </>
      ) : (
        <article className="letter">
          <p className="no-print small">{words.print}</p>
          <p>{group.name}</p>
          <p>{dayWords(now, language, timeZone)}</p>
          <h1>{words.letterTitle}</h1>
          <p className="to-fill">{words.letterFor}:</p>
          <p>{words.letterSays(group.name)}</p>
          <Facts stay={stay} language={language} endedEarly={endedEarlyAt !== null} />
          {endedEarlyAt && <p>{words.early(dayWords(endedEarlyAt, language, timeZone))}</p>}
          <Payments letter={letter} payments={payments} />
          <p>{words.nightsPaid(stay.paidNights, nights(stay))}</p>
          <p className="to-fill">{words.signed(group.name)}:</p>
          <p className="to-fill">{words.date}:</p>
        </article>
      )}
    </StaffPage>
  );
}

type FactsProps = { stay: LetterStay; language: Language; endedEarly: boolean };

function Facts({ stay, language, endedEarly }: FactsProps) {
  const words = stayMoneyWords[language];
  const { vendor, vendorKind, vendorAddress, vendorPhone, depositCents } = stay;
  const rows: [string, string][] = [
    [words.firstNight, sayDate(stay.arrivesOn, language)],
    [endedEarly ? words.plannedLeft : words.left, sayDate(stay.leavesOn, language)],
    [endedEarly ? words.plannedNights : words.nights, String(nights(stay))],
    [words.night, sayMoney(stay.nightCents)],
    ...(depositCents > 0 ? [[words.deposit, sayMoney(depositCents)] as [string, string]] : []),
    [words.whole, sayMoney(stay.money.cost)],
  ];
  return (
    <>
      <p>
        {words.where}: <strong>{vendor}</strong>, {staysWords[language].kinds[vendorKind]}
      </p>
      <p>{[vendorAddress, vendorPhone].filter(Boolean).join(". ")}</p>
      <dl className="sums">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Payments({ letter, payments }: { letter: StayLetterProps; payments: Payment[] }) {
  const { language, timeZone, stay } = letter;
  const words = stayMoneyWords[language];
  return (
    <dl className="sums">
      {payments.map((payment, index) => (
        <div key={index}>
          <dt>
            {payment.amountCents < 0 ? words.paidBack : words.paidBy[payment.by]},{" "}
            {dayWords(payment.at, language, timeZone)}
            {payment.receipt && `, ${words.receiptShort.toLowerCase()} ${payment.receipt}`}
            <small>{nightsWords(payment, stay, language)}</small>
          </dt>
          <dd>{sayMoney(payment.amountCents)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.paidSum}</dt>
        <dd>{sayMoney(stay.money.vendor)}</dd>
      </div>
    </dl>
  );
}

function nightsWords(
  { amountCents, nights: [before, after] }: Payment,
  stay: LetterStay,
  language: Language,
) {
  const words = stayMoneyWords[language];
  if (amountCents < 0) return null;
  if (after === before) return words.part;
  const day = (night: number) => sayDate(addDays(stay.arrivesOn, night), language);
  return `${words.forNights}: ${words.nightOf(day(before), day(after))}`;
}
