/** What surrounds every page: name, language, Exit; and below, a person's number in the same spot. */
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Hotline, Region } from "~/domain/region";
import { LANGUAGES, OWN_NAMES, wordsIn, type Language } from "~/text/language";
import { pageWords } from "~/text/page";
import { dial } from "~/text/say";

type PageRegion = Pick<Region, "isSample" | "hotlines"> | null;

type PageProps = { language: Language; region: PageRegion; wide?: boolean; children: ReactNode };

export function Page({ language, region, wide = false, children }: PageProps) {
  const words = pageWords[language];
  return (
    <div className={wide ? "page wide" : "page"}>
      <header>
        <a className="name" href="/">
          {words.name}
        </a>
        <OtherLanguages language={language} />
        <a className="exit" href="/exit" title={words.exitHint} data-exit rel="nofollow">
          {words.exit}
        </a>
      </header>
      {region?.isSample && <aside className="sample">{words.sample}</aside>}
      <main id="main">{children}</main>
      <Help language={language} hotlines={region?.hotlines ?? []} />
    </div>
  );
}

function OtherLanguages({ language }: { language: Language }) {
  const { pathname, search } = useLocation();
  return LANGUAGES.filter((other) => other !== language).map((other) => {
    const query = new URLSearchParams(search);
    query.set("lang", other);
    return (
      <a key={other} href={`${pathname}?${query}`} lang={other} hrefLang={other}>
        {OWN_NAMES[other]}
      </a>
    );
  });
}

// These two answer everywhere in the United States, whatever region's data is missing.
const ALWAYS: Pick<Hotline, "kind" | "phone">[] = [
  { kind: "help", phone: "2-1-1" },
  { kind: "emergency", phone: "911" },
];

function Help({ language, hotlines }: { language: Language; hotlines: Hotline[] }) {
  const words = pageWords[language];
  const missing = ALWAYS.filter(({ kind }) => !hotlines.some((line) => line.kind === kind));
  return (
    <footer>
      <h2>{words.helpTitle}</h2>
      <ul className="lines">
        {hotlines.map(({ phone, name, note }) => (
          <HelpLine
            key={phone}
            phone={phone}
            name={wordsIn(name, language)}
            note={note && wordsIn(note, language)}
          />
        ))}
        {missing.map(({ kind, phone }) => (
          <HelpLine
            key={phone}
            phone={phone}
            name={kind === "help" ? words.help211 : words.dangerNow}
            note={null}
          />
        ))}
      </ul>
      <p>{words.notEmergency}</p>
      <p className="small">
        {words.exit}: {words.exitHint}
      </p>
    </footer>
  );
}

function HelpLine({ phone, name, note }: { phone: string; name: string; note: string | null }) {
  return (
    <li>
      <a href={dial(phone)}>{phone}</a>
      <span>
        {name}
        {note && <small>{note}</small>}
      </span>
    </li>
  );
}
