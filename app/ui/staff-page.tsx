/** What surrounds every staff page: name, language, who is signed in, and the way out. */
import { useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { groupWords } from "~/text/group";
import { LANGUAGES, OWN_NAMES, type Language } from "~/text/language";
import { pageWords } from "~/text/page";
import { reminderWords } from "~/text/reminder";
import { membersWords } from "~/text/members";
import { staffWords } from "~/text/staff";
import { tabletWords } from "~/text/tablet";

type StaffPageProps = { language: Language; name: string | null; children: ReactNode };

export function StaffPage({ language, name, children }: StaffPageProps) {
  const { pathname } = useLocation();
  const onTablet = (useRouteLoaderData("root") as { onTablet?: boolean } | undefined)?.onTablet ?? false;
  return (
    <div className="page staff">
      <header>
        <a className="name" href="/staff">
          {pageWords[language].name}
        </a>
        {LANGUAGES.filter((other) => other !== language).map((other) => (
          <a key={other} href={`${pathname}?lang=${other}`} lang={other} hrefLang={other}>
            {OWN_NAMES[other]}
          </a>
        ))}
        {name !== null && (
          <form method="post" action="/staff/sign-out">
            <button>
              {onTablet ? tabletWords[language].lock(name) : `${staffWords[language].signOut}: ${name}`}
            </button>
          </form>
        )}
      </header>
      <main id="main">{children}</main>
      {name !== null && !pathname.startsWith("/group") && (
        <nav className="team">
          <a href="/staff/tablets">{tabletWords[language].tablets}</a>
          <a href="/staff/people">{membersWords[language].people}</a>
          <a href="/staff/reminders">{reminderWords[language].title}</a>
          {!onTablet && <a href="/group">{groupWords[language].mine}</a>}
        </nav>
      )}
    </div>
  );
}
