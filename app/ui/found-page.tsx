/** The find page with an answer: what was asked, and what it means for tonight. */
import type { Drawing } from "~/domain/drawn/drawing";
import type { Region } from "~/domain/region";
import { searchQuery, type Search, type Typed } from "~/domain/search";
import type { RoomsTonight } from "~/domain/room-area";
import type { Tonight } from "~/domain/tonight";
import type { Found } from "~/domain/where/where";
import { answerWords, whereWords } from "~/text/answer";
import type { Language } from "~/text/language";
import { Answer, type AnswerLinks } from "~/ui/answer";
import { Asked } from "~/ui/asked";
import { DrawnMap } from "~/ui/drawn-map";
import { holdHref } from "~/ui/hold-link";
import { mapDataOf } from "~/ui/map/map-data";
import { MapPanel } from "~/ui/map/map-panel";
import { Page } from "~/ui/page";
import { rideHref } from "~/ui/ride-link";
import { tellingOf } from "~/ui/telling";

type FoundPageProps = {
  language: Language;
  region: Region;
  where: Found;
  search: Search;
  typed: Typed;
  tonight: Tonight & { rooms: RoomsTonight };
  drawing: Drawing;
  hidden: number;
  /** The places to which a neighbor may drive the family. */
  driven: number[];
  full: boolean;
};

export function FoundPage(props: FoundPageProps) {
  const { language, region, where, search, typed, tonight, drawing, hidden, full } = props;
  const telling = tellingOf(language, region, { ...tonight, party: search.party });
  const links = linksOf(search, props.driven);
  const drawn = <DrawnMap drawing={drawing} title={answerWords[language].mapTitle} />;
  return (
    <Page language={language} region={region} wide={full}>
      <Asked
        language={language}
        typed={typed}
        party={search.party}
        where={whereWords(where, language)}
        when={
          search.when.kind === "now" ? answerWords[language].now : telling.clock.at(tonight.from, tonight.now)
        }
      />
      <Answer {...{ tonight, telling, links, full, hidden }}>
        {full ? <MapPanel data={mapDataOf(tonight, region, telling, links.place)}>{drawn}</MapPanel> : drawn}
      </Answer>
    </Page>
  );
}

function linksOf(search: Search, driven: readonly number[]): AnswerLinks {
  const query = String(searchQuery(search));
  return {
    place: (placeId) => `/places/${placeId}?${query}`,
    ride: (placeId) => rideHref(placeId, driven, search),
    hold: (placeId) => holdHref(placeId, search),
    map: `/?${query}&map=1`,
    list: `/?${query}&map=0`,
    all: `/?${query}&all=1`,
    alert: `/alert/ask?${query}`,
    ask: `/ask/new?${query}`,
    again: `/?${searchQuery({ ...search, when: { kind: "now" } })}`,
  };
}
