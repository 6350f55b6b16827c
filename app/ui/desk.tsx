/** The coordinators' desk: who waits longest, who has children, who has nobody yet. */
import type { DeskLine } from "~/domain/ask";
import type { DeskOrder } from "~/domain/desk";
import { deskWords } from "~/text/desk";
import type { Language } from "~/text/language";
import { clockOf, type Clock } from "~/text/say";
import { DeskLineItem, type DeskTelling } from "~/ui/desk-line";
import { GroupPage, type GroupPageProps } from "~/ui/group-page";
import { Refresh } from "~/ui/live";
import { OpenPage } from "~/ui/open-page";

export type DeskProps = Omit<GroupPageProps, "children"> & {
  personId: number;
  region: { timeZone: string };
  order: DeskOrder;
  told: string;
  isCold: boolean;
  now: Date;
};

export function Desk(desk: DeskProps) {
  const { language, order, isCold, group } = desk;
  const words = deskWords[language];
  const telling = deskTelling(desk);
  const noneOpen = order.waiting.length + order.answered.length === 0;
  return (
    <GroupPage {...desk}>
      <h1>{`${words.title}: ${group.name}`}</h1>
      <DeskWatch desk={desk} page={`/group/${group.groupId}/desk`} />
      <p className="small">{isCold ? words.coldTonight : words.mildTonight}</p>
      <div data-part="desk">
        {noneOpen && <p className="summary">{words.empty}</p>}
        <Lines title={words.waiting(order.waiting.length)} lines={order.waiting} telling={telling} />
        <Lines title={words.answered} lines={order.answered} telling={telling} />
        <Lines title={words.ended} lines={order.ended} telling={telling} hint={words.endedHint} />
      </div>
      <Refresh language={language} />
    </GroupPage>
  );
}

export function deskTelling({ language, region, now, isCold, personId, group }: DeskProps): DeskTelling {
  const clock: Clock = clockOf(language, region.timeZone);
  return { language, clock, now, isCold, personId, groupId: group.groupId };
}

type LinesProps = { title: string; lines: DeskLine[]; telling: DeskTelling; hint?: string };

function Lines({ title, lines, telling, hint }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="small">{hint}</p>}
      <ul className="desk-lines">
        {lines.map((line) => (
          <DeskLineItem key={line.askId} line={line} telling={telling} />
        ))}
      </ul>
    </section>
  );
}

type WatchProps = {
  desk: { language: Language; group: { groupId: number }; told: string };
  /** Asked for anew where something has changed. */
  page: string;
  ask?: string;
};

export function DeskWatch({ desk: { language, group, told }, page, ask }: WatchProps) {
  const stream = `/group/${group.groupId}/live`;
  return (
    <>
      <OpenPage language={language} stream={stream} page={page} told={told} ask={ask} isSignedIn />
      <script type="module" src="/desk.js" />
    </>
  );
}
