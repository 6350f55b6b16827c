/** A group's drives and rounds on one page; for coordinators also the things offered that meet an ask. */
import {
  stillNeeded,
  type Drive,
  type DriveSaid,
  type Gift,
  type Need,
  type Round,
  type ThingsMet,
} from "~/domain/drive";
import { askKindWords } from "~/text/ask-kinds";
import { drivesWords } from "~/text/drives";
import { capital, sayDate, sayList } from "~/text/say";
import { whoWords } from "~/ui/desk-line";
import { Field } from "~/ui/field";
import { DriveTap, type DrivePart } from "~/ui/drive-tap";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { RoundBox } from "~/ui/round-box";

export type DrivesPageProps = Omit<GroupPageProps, "children"> & {
  drives: Drive[];
  rounds: Round[];
  met: ThingsMet[];
  formKey: string;
  said: DriveSaid | null;
  toMend: DrivePart["toMend"];
};

export function DrivesPage(page: DrivesPageProps) {
  const { language, group, drives, rounds, met, formKey, said, toMend } = page;
  const words = drivesWords[language];
  const at = `/group/${group.groupId}/drives`;
  const part: DrivePart = { language, at, formKey, isCoordinator: group.isCoordinator, toMend };
  return (
    <GroupPage {...page}>
      <h1>{words.title}</h1>
      {said && (
        <p role={said === "saved" ? "status" : "alert"} className={said === "saved" ? undefined : "caution"}>
          <strong>{words.said[said]}</strong>
        </p>
      )}
      <h2>{words.drives}</h2>
      {drives.length === 0 && <p>{words.noDrives}</p>}
      {drives.map((drive) => (
        <DriveBox key={drive.driveId} drive={drive} part={part} />
      ))}
      {group.isCoordinator && (
        <p className="actions">
          <a href={`${at}/new`}>{words.newDrive}</a>
        </p>
      )}
      <h2>{words.rounds}</h2>
      <p>{rounds.length === 0 ? words.noRounds : words.roundsHint}</p>
      {rounds.map((round) => (
        <RoundBox key={round.roundId} round={round} part={part} />
      ))}
      {group.isCoordinator && (
        <p className="actions">
          <a href={`${at}/round`}>{words.newRound}</a>
        </p>
      )}
      {met.length > 0 && <Met met={met} part={part} groupId={group.groupId} />}
    </GroupPage>
  );
}

function DriveBox({ drive, part }: { drive: Drive; part: DrivePart }) {
  const { language, isCoordinator } = part;
  const words = drivesWords[language];
  const { driveId, name, words: said, dropOff, until, isOver, needs } = drive;
  return (
    <section className="pool" aria-labelledby={driveId}>
      <h3 id={driveId}>{name}</h3>
      <p>{isOver ? words.over : `${words.until(sayDate(until, language))}.`}</p>
      {said && <p className="as-written">{said}</p>}
      {dropOff && (
        <p>
          <strong>{words.dropOff}:</strong> {dropOff}
        </p>
      )}
      <ul className="desk-lines">
        {needs.map((need) => (
          <NeedLine key={need.needId} need={need} isOver={isOver} part={part} />
        ))}
      </ul>
      {isCoordinator && !isOver && (
        <details>
          <summary>{words.end}</summary>
          <DriveTap part={part} change="end" of={{ drive: driveId }}>
            {words.end}
          </DriveTap>
        </details>
      )}
    </section>
  );
}

function NeedLine({ need, isOver, part }: { need: Need; isOver: boolean; part: DrivePart }) {
  const { language, at, formKey, toMend } = part;
  const words = drivesWords[language];
  const { needId, what, wanted, promised, brought, gifts } = need;
  const own = gifts.find(({ isOwn, isBrought }) => isOwn && !isBrought);
  const mended = toMend?.need === needId ? toMend : null;
  return (
    <li className="line">
      <h4>{what}</h4>
      <p>
        {!isOver && <strong>{words.needed(stillNeeded(need))}</strong>}{" "}
        {words.counts(promised, brought, wanted)}
      </p>
      {gifts.map((gift) => (
        <GiftLine key={gift.giftId} gift={gift} part={part} />
      ))}
      {!isOver && (
        <form method="post" action={`${at}/bring`}>
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="need" value={needId} />
          <Field
            id={`n-${needId}`}
            name="n"
            value={mended?.n ?? String(own?.n ?? "")}
            label={words.bringN(what)}
            problem={mended && words.said.number}
            inputMode="numeric"
            autoComplete="off"
          />
          <button>{words.bring}</button>
        </form>
      )}
    </li>
  );
}

function GiftLine({ gift, part }: { gift: Gift; part: DrivePart }) {
  const words = drivesWords[part.language];
  const { giftId, n, isBrought, isOwn, who } = gift;
  const mine = isBrought ? words.yoursThere(n) : words.yours(n);
  const theirs = (isBrought ? words.theirsThere : words.theirs)(who ?? "", n);
  return (
    <div>
      <p className="small">{isOwn ? mine : theirs}</p>
      {!isBrought && (
        <DriveTap part={part} change="brought" of={{ gift: giftId }}>
          {words.isThere}
        </DriveTap>
      )}
    </div>
  );
}

function Met({ met, part: { language }, groupId }: { met: ThingsMet[]; part: DrivePart; groupId: number }) {
  const words = drivesWords[language];
  return (
    <section className="pool" aria-labelledby="met">
      <h2 id="met">{words.met}</h2>
      <p className="small">{words.metHint}</p>
      <ul className="desk-lines">
        {met.map(({ line, offers }) => (
          <li key={line.askId} className="line">
            <h3>{whoWords(line, language)}</h3>
            <p>
              {capital(
                sayList(
                  line.kinds.map((kind) => askKindWords[language].kinds[kind]),
                  language,
                ),
              )}
              . <strong>{words.metLine(offers.length)}.</strong>
            </p>
            <p className="actions">
              <a href={`/group/${groupId}/asks/${line.askId}#offers`}>{words.open}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
