/** Where no group can be asked: said plainly, with whom to call and what else helps. */
import type { Region } from "~/domain/region";
import { searchQuery, type Search } from "~/domain/search";
import { answerWords } from "~/text/answer";
import { askFormWords } from "~/text/ask-form";
import type { Language } from "~/text/language";
import { dial } from "~/text/say";
import { Dialled } from "~/ui/dialled";
import { Page } from "~/ui/page";

type NoGroupProps = { language: Language; region: Region | null; search: Search };

export function NoGroup({ language, region, search }: NoGroupProps) {
  const words = askFormWords[language];
  const query = String(searchQuery(search));
  const line = region?.hotlines.find(({ kind }) => kind === "mutual-aid")?.phone ?? null;
  return (
    <Page language={language} region={region}>
      <h1>{words.noGroupTitle}</h1>
      <p>
        <Dialled words={words.noGroup} phone={null} />{" "}
        {line && <Dialled words={words.mutualAidLine(line)} phone={line} />}
      </p>
      <p className="actions">
        <a className="call" href={dial("2-1-1")}>
          {answerWords[language].call211}
        </a>
        <a href={`/?${query}`}>{words.look}</a>
        <a href={`/alert/ask?${query}`}>{answerWords[language].tellMe}</a>
      </p>
      <p className="onward">
        <a href="/ask/code">{words.haveWords}</a>
      </p>
    </Page>
  );
}
