/** What surrounds every page of a mutual aid group: as on staff's pages, and the ways between the group's own. */
import type { ReactNode } from "react";
import { groupWords } from "~/text/group";
import type { Language } from "~/text/language";
import { roomTexts } from "~/text/room";
import { StaffPage } from "~/ui/staff-page";

export type GroupPageProps = {
  language: Language;
  /** Who is signed in. */
  name: string;
  group: { groupId: number; name: string; isCoordinator: boolean };
  children: ReactNode;
};

export function GroupPage({ language, name, group, children }: GroupPageProps) {
  const words = groupWords[language];
  const { first, more } = waysOf(group, language);
  const at = `/group/${group.groupId}`;
  const links = (ways: Way[]) =>
    ways.map(([path, said]) => (
      <a key={path} href={at + path}>
        {said}
      </a>
    ));
  return (
    <StaffPage language={language} name={name}>
      <nav className="team ways" aria-label={words.ofGroup(group.name)}>
        {links(first)}
        <details>
          <summary>{words.more}</summary>
          {links(more)}
          <a href="/group">{words.mine}</a>
        </details>
      </nav>
      {children}
    </StaffPage>
  );
}

type Way = [path: string, words: string];

/** What is done every evening stands there at once; a phone shows it in two lines. */
function waysOf(
  { isCoordinator }: GroupPageProps["group"],
  language: Language,
): Record<"first" | "more", Way[]> {
  const [words, rooms] = [groupWords[language], roomTexts[language]];
  const shared: Way = ["/shared", words.shared];
  const fund: Way = ["/fund", words.fund];
  const offers: Way = ["/offers", words.offers];
  const others: Way[] = [
    ["/rooms/mine", rooms.mine],
    ["/calls", words.calls],
    ["/drives", words.drives],
    ["/helped", words.helped],
    ["", words.people],
  ];
  if (!isCoordinator) return { first: [shared, offers, fund], more: others };
  const first: Way[] = [
    ["/desk", words.desk],
    ["/stays", words.stays],
    ["/rooms", rooms.rooms],
  ];
  return { first, more: [shared, offers, fund, ...others] };
}
