/** Calls that a volunteer may make: places whose count is old, and the one they have taken with what to say. Plain forms. */
import type { Call, OwnCall } from "~/domain/call";
import { minutesOf, sayAge, type Clock } from "~/text/say";
import { poolName } from "~/text/board";
import { callsWords, type CallProblem } from "~/text/calls";
import type { Language } from "~/text/language";
import { dial } from "~/text/say";
import { Field } from "~/ui/field";
import { GroupPage } from "~/ui/group-page";

type GroupShown = { groupId: number; name: string; isCoordinator: boolean };

type CallsPageProps = {
  language: Language;
  name: string;
  group: GroupShown;
  /** With a key for taking each. */
  calls: (Call & { key: string })[];
  /** What became of the last one. */
  said: CallProblem | "thanks" | "noted" | null;
  now: number;
};

export function CallsPage({ language, name, group, calls, said, now }: CallsPageProps) {
  const words = callsWords[language];
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{words.title}</h1>
      {said && (
        <p role="status">
          <strong>{said === "thanks" || said === "noted" ? words[said] : words.problems[said]}</strong>
        </p>
      )}
      <p>{calls.length > 0 ? words.why : words.none}</p>
      {calls.map((call) => (
        <section key={call.placeId} className="pool" aria-label={call.name}>
          <h2>{call.name}</h2>
          <p>{countedWords(call, language, now)}</p>
          {call.lastTry && (
            <p className="small">
              {words.lastTry(words.tried[call.lastTry.result], age(call.lastTry.at, now))}
            </p>
          )}
          <form method="post" action={`/group/${group.groupId}/calls`}>
            <input type="hidden" name="key" value={call.key} />
            <button name="place" value={call.placeId}>
              {words.take(call.name)}
            </button>
          </form>
        </section>
      ))}
    </GroupPage>
  );
}

type CallPageProps = {
  language: Language;
  name: string;
  group: GroupShown;
  call: OwnCall;
  formKey: string;
  typed: Record<string, string>;
  problem: CallProblem | null;
  clock: Clock;
  now: number;
};

export function CallPage({ language, name, group, call, clock, now, ...said }: CallPageProps) {
  const words = callsWords[language];
  return (
    <GroupPage language={language} name={name} group={group}>
      <h1>{call.name}</h1>
      <p className="actions">
        <a href={dial(call.phone)}>{call.phone}</a>
      </p>
      <p>
        {countedWords(call, language, now)} {words.yours(clock.until(call.until.getTime() / 1000))}
      </p>
      <h2>{words.script}</h2>
      <ol>
        {words.lines(group.name).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <strong>{words.silent}</strong>
      </p>
      <SaidForm {...{ language, group, call, ...said }} />
      <p className="onward">
        <a href={`/group/${group.groupId}/calls?list=1`}>{words.release}</a>
      </p>
    </GroupPage>
  );
}

type SaidFormProps = Pick<CallPageProps, "language" | "group" | "call" | "formKey" | "typed" | "problem">;

function SaidForm({ language, group, call, formKey, typed, problem }: SaidFormProps) {
  const words = callsWords[language];
  return (
    <form method="post" action={`/group/${group.groupId}/calls/${call.placeId}`} autoComplete="off">
      <input type="hidden" name="key" value={formKey} />
      {problem && (
        <p className="problem" role="alert">
          <strong>{words.problems[problem]}</strong>
        </p>
      )}
      {call.pools.map((pool, at) => (
        <Field
          key={pool.poolId}
          name={`free-${pool.poolId}`}
          label={words.free(poolName(pool, language), pool.capacity)}
          hint={at === 0 ? words.freeHint : undefined}
          value={typed[pool.poolId] ?? ""}
          inputMode="numeric"
        />
      ))}
      <button className="main" name="result" value="counted">
        {words.results.counted}
      </button>
      <p>{words.or}</p>
      {(["no-answer", "will-not-say", "wrong-number"] as const).map((result) => (
        <p key={result} className="actions">
          <button name="result" value={result}>
            {words.results[result]}
          </button>
        </p>
      ))}
    </form>
  );
}

function countedWords({ countedAt }: Call, language: Language, now: number): string {
  const words = callsWords[language];
  return countedAt ? words.counted(age(countedAt, now)) : words.never;
}

function age(at: Date, now: number): string {
  return sayAge(minutesOf(Math.max(0, now - at.getTime() / 1000)));
}
