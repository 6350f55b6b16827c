/** Where a family stays and until when, how it goes by one tap, and what is next for a home. Plain forms. */
import { partedSteps, type HomeStep } from "~/domain/home-search";
import { alarmOf, CHECK_IN_ANSWERS, daysLeft, nights, type OwnSearch, type OwnStay } from "~/domain/stay";
import type { Language } from "~/text/language";
import { ownStayWords, type StayTold } from "~/text/own-stay";
import { sayWallTime } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { nearDay } from "~/ui/stay-days";

export type OwnStaysProps = {
  language: Language;
  group: string;
  news: string;
  /** null: nothing of it, as for most asks. */
  own: OwnSearch | null;
  stayKey: string;
  told: StayTold | null;
  now: number;
};

/** Always there, so that the small script finds as many parts as before. */
export function OwnStays(props: OwnStaysProps) {
  const { language, news, own, told } = props;
  const words = ownStayWords[language];
  return (
    <div data-talk={news}>
      {told && (
        <p className="caution" role="status" id="stay-told">
          <Dialled
            words={told === "want-out" ? `${words.told[told]} ${words.danger}` : words.told[told]}
            phone="911"
          />
        </p>
      )}
      {own?.stays.map((stay) => (
        <OneStay key={stay.stayId} stay={stay} props={props} />
      ))}
      {own && <Search own={own} language={language} />}
    </div>
  );
}

type StayProps = { stay: OwnStay; props: OwnStaysProps };

function OneStay({ stay, props }: StayProps) {
  const { language } = props;
  const words = ownStayWords[language];
  const isOpen = stay.state === "planned" || stay.state === "under-way";
  return (
    <section className="box where-you-stay" aria-label={`${words.title}: ${stay.vendor}`}>
      <h2>{words.title}</h2>
      {isOpen ? <Where stay={stay} props={props} /> : <p>{words.over}</p>}
      {isOpen && <HowItGoes stay={stay} props={props} />}
    </section>
  );
}

function Where({ stay, props: { language, group, now } }: StayProps) {
  const words = ownStayWords[language];
  const { vendor, vendorKind, vendorAddress, vendorPhone, arrivesOn, leavesOn, leavesAt, paidNights, who } =
    stay;
  const all = words.nights(nights(stay));
  return (
    <>
      <p>
        <strong>{vendor}</strong>, {words.kinds[vendorKind]}
      </p>
      {vendorAddress && <address>{vendorAddress}</address>}
      {vendorPhone && (
        <p>
          <Dialled words={words.desk(vendorPhone)} phone={vendorPhone} />
        </p>
      )}
      <p>
        {words.from(nearDay(arrivesOn, language), all)}{" "}
        <strong>{words.until(nearDay(leavesOn, language), sayWallTime(leavesAt, language))}</strong>
      </p>
      <p>{leftWords(stay, { language, group, now })}</p>
      <p>
        {paidNights >= nights(stay) ? words.paidAll : words.paid(paidNights, all, group)} {words.noMoney}
      </p>
      <p>{words.who(who)}</p>
    </>
  );
}

function leftWords(
  stay: OwnStay,
  { language, group, now }: Pick<OwnStaysProps, "language" | "group" | "now">,
) {
  const [words, moment] = [ownStayWords[language], new Date(now * 1000)];
  const left = daysLeft(stay, moment);
  if (left.kind === "over") return words.past;
  const said = left.kind === "days" ? words.daysLeft(left.days) : words.hoursLeft(left.hours);
  return alarmOf(stay, moment) ? `${said} ${words.endsSoon(group)}` : said;
}

function HowItGoes({ stay, props: { language, stayKey, told } }: StayProps) {
  const words = ownStayWords[language];
  return (
    <form method="post" action="/ask/stay" data-ask="" className="how-it-goes">
      <input type="hidden" name="key" value={stayKey} />
      <input type="hidden" name="stay" value={stay.stayId} />
      <h3>{words.howTitle}</h3>
      {stay.wantsOutAt !== null && told === null && (
        <p className="caution">
          <Dialled words={`${words.wantsOut} ${words.danger}`} phone="911" />
        </p>
      )}
      <p>{stay.checkIn ? words.asked : words.anytime}</p>
      {CHECK_IN_ANSWERS.map((answer) => (
        <button
          key={answer}
          name="answer"
          value={answer}
          className={stay.checkIn && answer === "all-right" ? "main" : undefined}
        >
          {words.answers[answer]}
        </button>
      ))}
    </form>
  );
}

function Search({ own: { search, steps }, language }: { own: OwnSearch; language: Language }) {
  const words = ownStayWords[language];
  if (search === null) return null;
  const { open, done } = partedSteps(steps);
  return (
    <section aria-labelledby="home" className="home-search">
      <h2 id="home">{words.searchTitle}</h2>
      <p>{words.states[search]}</p>
      {steps.length > 0 && <p className="small">{words.searchHint}</p>}
      <Steps title={words.next} steps={open} language={language} />
      <Steps title={words.done} steps={done} language={language} />
    </section>
  );
}

function Steps({ title, steps, language }: { title: string; steps: HomeStep[]; language: Language }) {
  const words = ownStayWords[language];
  if (steps.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="plain">
        {steps.map(({ stepId, kind, words: said, dueOn, doneAt, result }) => (
          <li key={stepId} className="as-written">
            {kind === "follow-up" ? words.steps[kind] : `${words.steps[kind]}: ${said}`}
            {dueOn !== null && doneAt === null && ` (${words.due(nearDay(dueOn, language))})`}
            {result && `. ${result}`}
          </li>
        ))}
      </ul>
    </>
  );
}
